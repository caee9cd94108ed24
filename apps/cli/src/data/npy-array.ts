import { parse } from "npyjs";
import { UsageError } from "../usage-error.ts";
import type { Bounds } from "./growing.ts";
import { type NpyHeader, npyHeader } from "./npy-header.ts";
import { allocate, checkRoom } from "./room.ts";

/** An array of numbers or text, and its entries in the order of the file. */
export interface NpyArray extends NpyHeader {
  readonly entries: ArrayLike<unknown>;
}

/** The bytes of an array, piece by piece. */
export type Chunks = AsyncIterable<Buffer>;

/** The header alone; closes the stream. */
export async function readNpyHeader(input: Chunks, source: string): Promise<NpyHeader> {
  let bytes: Buffer = Buffer.alloc(0);
  for await (const chunk of input) {
    bytes = Buffer.concat([bytes, chunk]);
    const header = npyHeader(bytes, source);
    if (header) return header;
  }
  throw cut(source, bytes.length === 0 ? "it is empty" : "it ends in its header");
}

/**
 * Reads an array from a stream of its bytes.
 *
 * @param accept is given the header before anything else is done, and may throw
 * @throws UsageError if there are fewer or more bytes than the header says, or these are more than `room`
 */
export async function readNpyArray(
  input: Chunks,
  { source, room }: Bounds,
  accept: (header: NpyHeader) => void = () => {},
): Promise<NpyArray> {
  let header: NpyHeader | undefined;
  let start: Buffer = Buffer.alloc(0);
  let whole = new Uint8Array(0);
  let length = 0;
  for await (const chunk of input) {
    let bytes = chunk;
    if (!header) {
      start = Buffer.concat([start, chunk]);
      header = npyHeader(start, source);
      if (!header) continue;
      accept(header);
      checkRoom(source, `${header.shape.join(" × ")} entries`, header.dataBytes, room);
      whole = allocate(Uint8Array, header.dataAt + header.dataBytes, source);
      bytes = start;
    }
    if (length + bytes.length > whole.length)
      throw cut(source, `it goes on after the ${header.dataBytes} bytes of its data`);
    whole.set(bytes, length);
    length += bytes.length;
  }
  if (!header) throw cut(source, start.length === 0 ? "it is empty" : "it ends in its header");
  if (length < whole.length)
    throw cut(
      source,
      `it ends after ${length - header.dataAt} of ${header.dataBytes} bytes of data`,
    );
  return { ...header, entries: entriesOf(header, whole, source) };
}

function entriesOf(
  { type, dataAt }: NpyHeader,
  whole: Uint8Array<ArrayBuffer>,
  source: string,
): ArrayLike<unknown> {
  const width = Number(type.slice(2));
  try {
    if (type[1] === "U") return texts(new Uint32Array(whole.buffer.slice(dataAt)), width);
    if (type[1] === "S") return texts(whole.subarray(dataAt), width);
    return parse(whole.buffer).data as unknown as ArrayLike<unknown>;
  } catch (cause) {
    throw cut(source, (cause as Error).message, cause);
  }
}

/** Texts of `width` characters each, filled up with zeros. */
function texts(characters: Uint32Array | Uint8Array, width: number): string[] {
  const count = width === 0 ? 0 : characters.length / width;
  return Array.from({ length: count }, (_, i) => {
    const text = characters.subarray(i * width, (i + 1) * width);
    return String.fromCodePoint(...text.subarray(0, text.findLastIndex((code) => code !== 0) + 1));
  });
}

function cut(source: string, reason: string, cause?: unknown): UsageError {
  return new UsageError(`${source}: cannot be read as .npy (${reason})`, { cause });
}
