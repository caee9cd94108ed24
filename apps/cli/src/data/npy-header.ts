import { UsageError } from "../usage-error.ts";

/** What a .npy array says of itself before its data. */
export interface NpyHeader {
  /** numpy's name of the type, as "<f8". */
  readonly type: string;
  readonly shape: readonly number[];
  /** Whether the first index runs fastest. */
  readonly fortranOrder: boolean;
  /** How many entries there are: the product of the shape. */
  readonly length: number;
  /** Bytes from the start to the data, and of the data. */
  readonly dataAt: number;
  readonly dataBytes: number;
}

const SIGNATURE = "\x93NUMPY";
/** A header is some hundred bytes; one of a corrupt file must not fill the memory. */
const LONGEST = 2 ** 20;

/**
 * Reads the header of a .npy array.
 *
 * @param bytes its first bytes
 * @returns undefined if they are too few to tell
 * @throws UsageError if they are no .npy array, or one of something else than numbers or text
 * @see https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
 */
export function npyHeader(bytes: Buffer, source: string): NpyHeader | undefined {
  const start = bytes.subarray(0, 6).toString("latin1");
  if (start !== SIGNATURE.slice(0, start.length))
    throw new UsageError(`${source}: is not a .npy file (no NUMPY signature)`);
  if (bytes.length < 12) return undefined;
  const [textAt, textLength] =
    bytes[6] === 1 ? [10, bytes.readUInt16LE(8)] : [12, bytes.readUInt32LE(8)];
  if (textLength > LONGEST) throw damaged(source, "its header is too long");
  const dataAt = textAt + textLength;
  if (bytes.length < dataAt) return undefined;

  const text = bytes.toString("latin1", textAt, dataAt);
  const order = text.match(/'fortran_order'\s*:\s*(True|False)/)?.[1];
  const sizes = text.match(/'shape'\s*:\s*\(([\d,\s]*)\)/)?.[1];
  const type = text.match(/'descr'\s*:\s*'([^']+)'/)?.[1];
  if (order === undefined || sizes === undefined || !/'descr'/.test(text))
    throw damaged(source, "its header lacks descr, fortran_order or shape");
  if (type === undefined) throw damaged(source, "it holds records of several fields");
  const entryBytes = bytesOf(type);
  if (entryBytes === undefined) throw damaged(source, `Unsupported dtype: ${type}`);
  const shape = sizes
    .split(",")
    .filter((size) => size.trim() !== "")
    .map(Number);
  const length = shape.reduce((product, size) => product * size, 1);
  const fortranOrder = order === "True";
  return { type, shape, fortranOrder, length, dataAt, dataBytes: length * entryBytes };
}

/** How many bytes an entry has; undefined for other types than little-endian numbers, booleans and text. */
function bytesOf(type: string): number | undefined {
  const [, number, kind, length] = type.match(/^[<|](?:b1|([iu][1248]|f[248])|([SU])(\d+))$/) ?? [];
  if (number) return Number(number[1]);
  if (kind) return Number(length) * (kind === "U" ? 4 : 1);
  return type.endsWith("b1") ? 1 : undefined;
}

function damaged(source: string, reason: string): UsageError {
  return new UsageError(`${source}: cannot be read as .npy (${reason})`);
}
