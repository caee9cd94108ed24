/** The bytes behind a memory. */
export interface Room {
  /** Changes when the room grows, unless it is shared. */
  readonly buffer: ArrayBufferLike;
  /** Makes the buffer at least so long. Throws a RangeError if it cannot be had. */
  grow(bytes: number): void;
}

/** 64 KiB, in which WebAssembly counts. */
export const PAGE = 65536;

/** 4 GiB: addresses have 32 bits. */
export const MOST_BYTES: number = PAGE * 65536;

/**
 * Below this address nothing is handed out: the kernels keep their constants from 64 on (`--memoryBase`), and 0 stands for
 * none.
 */
export const RESERVED = 512;

export function pagesFor(bytes: number): number {
  return Math.ceil(bytes / PAGE);
}

/** Plain memory, which is moved when it grows. */
export function plainRoom(bytes: number): Room {
  let buffer = new ArrayBuffer(bytes);
  return {
    get buffer() {
      return buffer;
    },
    grow(size) {
      const larger = new ArrayBuffer(size);
      new Uint8Array(larger).set(new Uint8Array(buffer));
      buffer = larger;
    },
  };
}
