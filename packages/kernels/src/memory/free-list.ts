/** A stretch of bytes. */
interface Stretch {
  at: number;
  size: number;
}

/** Every block starts at a multiple of this, a line of the cache: threads never share one. */
const ALIGNMENT = 64;

/** Which bytes of a memory are free: stretches in the order of their addresses, none beside another. */
export interface FreeList {
  /** The address of that many bytes, or undefined if no stretch is long enough. First fit. */
  take(bytes: number): number | undefined;
  /** Gives bytes back that were taken at that address. */
  give(at: number, bytes: number): void;
  /** How many bytes of the longest stretch that ends at `end` are free, 0 if none does. */
  freeBefore(end: number): number;
}

/** How many bytes a block takes. */
export function rounded(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / ALIGNMENT)) * ALIGNMENT;
}

export function freeList(): FreeList {
  const stretches: Stretch[] = [];

  function take(bytes: number): number | undefined {
    const size = rounded(bytes);
    const i = stretches.findIndex((stretch) => stretch.size >= size);
    if (i < 0) return undefined;
    const { at } = stretches[i];
    stretches[i].at += size;
    stretches[i].size -= size;
    if (stretches[i].size === 0) stretches.splice(i, 1);
    return at;
  }

  function give(at: number, bytes: number): void {
    const size = rounded(bytes);
    let i = stretches.findIndex((stretch) => stretch.at > at);
    if (i < 0) i = stretches.length;
    stretches.splice(i, 0, { at, size });
    join(i);
    if (i > 0) join(i - 1);
  }

  /** Makes stretches i and i + 1 one if they touch. */
  function join(i: number): void {
    const [here, next] = [stretches[i], stretches[i + 1]];
    if (next === undefined || here.at + here.size !== next.at) return;
    here.size += next.size;
    stretches.splice(i + 1, 1);
  }

  function freeBefore(end: number): number {
    const last = stretches.at(-1);
    return last !== undefined && last.at + last.size === end ? last.size : 0;
  }

  return { take, give, freeBefore };
}
