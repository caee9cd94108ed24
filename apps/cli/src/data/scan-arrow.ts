import type { FileHandle } from "node:fs/promises";
import { fieldAt, follow, tableAt, vectorAt } from "./flat-table.ts";

const START = "ARROW1";
/** Stands before the length of a message's description. */
const CONTINUES = 0xffff_ffff;
/** A description is some kB; one of a corrupt file must not fill the memory. */
const LONGEST = 2 ** 28;
const DEEPEST = 64;
/** Kinds of messages: MessageHeader. */
const [SCHEMA, DICTIONARY_BATCH, RECORD_BATCH] = [1, 2, 3];

/**
 * Goes through the descriptions of what is in an Arrow IPC file or stream, without its data. apache-arrow
 * believes any length in them, and a wrong one could keep it busy until the memory is full.
 *
 * @returns how many rows there are
 * @throws Error if the file is cut, or a description damaged
 * @see https://arrow.apache.org/docs/format/Columnar.html#serialization-and-interprocess-communication-ipc
 */
export async function scanArrow(file: FileHandle): Promise<number> {
  const { size } = await file.stat();
  const isFile = (await read(file, 0, Math.min(size, START.length))).toString() === START;
  const end = isFile ? size - START.length - 4 : size;
  if (isFile && end < 8) throw new Error("it is cut");
  if (isFile && (await read(file, size - START.length, START.length)).toString() !== START)
    throw new Error("its end is missing");
  const descriptions = new Set<string>();
  let rows = 0;
  for (let at = isFile ? 8 : 0; at + 8 <= end; ) {
    const head = await read(file, at, 8);
    const prefix = head.readUInt32LE(0) === CONTINUES ? 8 : 4; // 4 before Arrow 0.15
    const length = head.readUInt32LE(prefix - 4);
    if (length === 0) break;
    if (length > LONGEST || at + prefix + length > end) throw new Error("it is cut");
    descriptions.add(`${at} ${prefix + length}`);
    const message = viewOf(await read(file, at + prefix, length));
    const body = bodyLength(message);
    rows += checkMessage(message);
    at += prefix + length + body;
    if (at > end) throw new Error("its last batch is cut");
  }
  if (!isFile && descriptions.size === 0) throw new Error("it has no schema");
  if (isFile) await checkFooter(file, end, descriptions);
  return rows;
}

async function read(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at);
  if (bytesRead < length) throw new Error("it is cut");
  return buffer;
}

function viewOf({ buffer, byteOffset, byteLength }: Buffer): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

/** How many bytes of data follow a message's description. */
function bodyLength(message: DataView): number {
  const at = fieldAt(message, follow(message, 0), 3);
  const length = at === undefined ? 0 : Number(message.getBigInt64(at, true));
  if (!(length >= 0)) throw new Error("a batch has a negative length");
  return length;
}

/** @returns how many rows a message brings */
function checkMessage(message: DataView): number {
  const root = follow(message, 0);
  const kindAt = fieldAt(message, root, 1);
  const header = tableAt(message, root, 2);
  if (kindAt === undefined || header === undefined) throw new Error("a message has no content");
  vectorAt(message, root, 4, 4); // custom metadata
  const kind = message.getUint8(kindAt);
  if (kind === SCHEMA) checkSchema(message, header);
  if (kind === RECORD_BATCH) return checkBatch(message, header);
  const levels = kind === DICTIONARY_BATCH ? tableAt(message, header, 1) : undefined;
  if (levels !== undefined) checkBatch(message, levels);
  return 0;
}

function checkBatch(message: DataView, batch: number): number {
  const lengthAt = fieldAt(message, batch, 0);
  const length = lengthAt === undefined ? 0 : Number(message.getBigInt64(lengthAt, true));
  if (!(length >= 0)) throw new Error("a batch has a negative number of rows");
  vectorAt(message, batch, 1, 16); // a length and a count of nulls for each column
  const buffers = vectorAt(message, batch, 2, 16);
  const variadic = vectorAt(message, batch, 4, 8);
  for (let i = 0; i < variadic.count; i++) {
    const count = Number(message.getBigInt64(variadic.from + 8 * i, true));
    if (!(count >= 0 && count <= buffers.count)) throw new Error("a column has too many buffers");
  }
  return length;
}

function checkSchema(view: DataView, schema: number): void {
  vectorAt(view, schema, 2, 4); // custom metadata
  vectorAt(view, schema, 3, 8); // features
  checkFields(view, schema, 1, 0);
}

/** Checks the fields in field `index` of a table, and theirs. */
function checkFields(view: DataView, table: number, index: number, depth: number): void {
  if (depth > DEEPEST) throw new Error("its columns are nested too deep");
  const { from, count } = vectorAt(view, table, index, 4);
  for (let i = 0; i < count; i++) {
    const field = follow(view, from + 4 * i);
    vectorAt(view, field, 0, 1); // name
    vectorAt(view, field, 6, 4); // custom metadata
    checkFields(view, field, 5, depth + 1);
  }
}

/** The footer at the end of a file must list the messages that are there. */
async function checkFooter(
  file: FileHandle,
  end: number,
  descriptions: ReadonlySet<string>,
): Promise<void> {
  const length = (await read(file, end, 4)).readUInt32LE(0);
  if (length > Math.min(end, LONGEST)) throw new Error("its footer is cut");
  const footer = viewOf(await read(file, end - length, length));
  const root = follow(footer, 0);
  const schema = tableAt(footer, root, 1);
  if (schema === undefined) throw new Error("its footer has no schema");
  checkSchema(footer, schema);
  vectorAt(footer, root, 4, 4); // custom metadata
  for (const index of [2, 3]) {
    const blocks = vectorAt(footer, root, index, 24);
    for (let i = 0; i < blocks.count; i++) {
      const at = blocks.from + 24 * i;
      const block = `${footer.getBigInt64(at, true)} ${footer.getInt32(at + 8, true)}`;
      if (!descriptions.has(block)) throw new Error("its footer lists a batch that is not there");
    }
  }
}
