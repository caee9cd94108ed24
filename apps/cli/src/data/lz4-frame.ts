/** Offsets of what a frame may say of itself, and its parts. */
const MAGIC = 0x184d2204;
const VERSION = 0b0100_0000;
const LEAST_MATCH = 4;

/**
 * Decompresses one LZ4 frame. Checksums are passed over.
 *
 * @throws Error if it is damaged
 * @see https://github.com/lz4/lz4/blob/dev/doc/lz4_Frame_format.md
 */
export function decompressLz4Frame(frame: Uint8Array): Uint8Array {
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  const word = (at: number) => {
    if (at + 4 > frame.length) throw damaged("it is cut");
    return view.getUint32(at, true);
  };
  if (word(0) !== MAGIC || (frame[4] & 0b1100_0000) !== VERSION) throw damaged("it has no header");
  const [flags, sizes] = [frame[4], frame[5]];
  const blockChecksum = flags & 0b1_0000 ? 4 : 0;
  const contentSize = flags & 0b1000 ? 8 : 0;
  const dictionary = flags & 0b1 ? 4 : 0;
  const largestBlock = 2 ** (8 + 2 * ((sizes >> 4) & 0b111));

  const blocks: { from: number; to: number; plain: boolean }[] = [];
  let length = 0;
  for (let at = 7 + contentSize + dictionary; ; ) {
    const size = word(at);
    if (size === 0) break;
    const [plain, from] = [size > 0x7fff_ffff, at + 4];
    const to = from + (size & 0x7fff_ffff);
    if (to > frame.length) throw damaged("it is cut");
    blocks.push({ from, to, plain });
    // no 255 bytes come from less than one
    length += Math.min(largestBlock, plain ? to - from : 255 * (to - from));
    at = to + blockChecksum;
  }

  const out = new Uint8Array(length);
  let end = 0;
  for (const { from, to, plain } of blocks) {
    const block = frame.subarray(from, to);
    if (plain) out.set(block, end);
    end = plain ? end + block.length : decompressBlock(block, out, end);
  }
  return out.subarray(0, end);
}

/**
 * Decompresses a block behind the `start` bytes that are there.
 *
 * @returns where the output ends
 * @see https://github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md
 */
function decompressBlock(block: Uint8Array, out: Uint8Array, start: number): number {
  let at = 0;
  let end = start;
  const longer = (length: number) => {
    let sum = length;
    if (length < 15) return sum;
    for (;;) {
      if (at >= block.length) throw damaged("a block is cut");
      const more = block[at++];
      sum += more;
      if (more < 255) return sum;
    }
  };
  for (;;) {
    if (at >= block.length) throw damaged("a block is cut");
    const token = block[at++];
    const literals = longer(token >> 4);
    if (at + literals > block.length || end + literals > out.length)
      throw damaged("a block is too long");
    for (let i = 0; i < literals; i++) out[end++] = block[at++];
    if (at === block.length) return end;

    const distance = block[at] | (block[at + 1] << 8);
    at += 2;
    const match = longer(token & 15) + LEAST_MATCH;
    if (distance === 0 || distance > end || end + match > out.length)
      throw damaged("a match is out of bounds");
    for (let i = 0; i < match; i++, end++) out[end] = out[end - distance]; // it may overlap itself
  }
}

function damaged(reason: string): Error {
  return new Error(`an LZ4 frame is damaged: ${reason}`);
}
