import { freemem, totalmem } from "node:os";
import { UsageError } from "../usage-error.ts";

/** The memory of WebAssembly, where the losses keep their data. */
const KERNELS = 2 ** 32;

/** A table, the inputs picked from it, and the loss's own copy of them. */
const COPIES = 3;

/** How many bytes of numbers a table may have on this machine, as it is now. */
export function roomForNumbers(): number {
  return Math.min(KERNELS, Math.floor(freeMemory() / COPIES));
}

/** Bytes. macOS counts as free only what holds nothing at all, not even what can be had at once. */
function freeMemory(): number {
  return process.platform === "darwin" ? totalmem() : (process.availableMemory?.() ?? freemem());
}

/**
 * Refuses what is too large before memory is taken for it.
 *
 * @param what in the plural, as "1000 × 10 numbers"
 * @throws UsageError if it has more bytes than `room`
 */
export function checkRoom(source: string, what: string, bytes: number, room: number): void {
  if (bytes <= room) return;
  throw new UsageError(
    `${source}: ${what} take ${inWords(bytes)}; tables of up to ${inWords(room)} fit here`,
  );
}

/** What is said of a table that did not tell its size before. */
export function tooLarge(source: string, room: number): UsageError {
  return new UsageError(
    `${source}: its numbers take more than ${inWords(room)}; tables of up to that fit here`,
  );
}

/** A kind of typed array. */
export interface ArrayKind<T> {
  new (length: number): T;
  readonly BYTES_PER_ELEMENT: number;
}

/** @throws UsageError if the system gives no memory */
export function allocate<T>(kind: ArrayKind<T>, length: number, source: string): T {
  try {
    return new kind(length);
  } catch (cause) {
    const bytes = length * kind.BYTES_PER_ELEMENT;
    throw new UsageError(`${source}: there is no memory for ${inWords(bytes)}`, { cause });
  }
}

/** As 4.29 GB. */
function inWords(bytes: number): string {
  const unit = ["bytes", "kB", "MB", "GB", "TB"];
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), unit.length - 1);
  return `${Number((bytes / 1000 ** power).toPrecision(3))} ${unit[power]}`;
}
