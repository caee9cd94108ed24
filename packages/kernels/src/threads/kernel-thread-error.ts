/** Threads cannot be had here, or one of them failed. */
export class KernelThreadError extends Error {
  override readonly name: string = "KernelThreadError";
}
