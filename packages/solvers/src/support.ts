/**
 * The indices of the nonzeros, 0-based and ascending.
 *
 * @example
 * ```ts
 * import { support } from "@proxkit/solvers";
 *
 * console.log(support(Float64Array.of(0, 2, 0, -1))); // [ 1, 3 ]
 * ```
 */
export function support(w: Float64Array): number[] {
  const indices: number[] = [];
  for (let i = 0; i < w.length; i++) if (w[i] !== 0) indices.push(i);
  return indices;
}

/** How many nonzeros. */
export function supportSize(w: Float64Array): number {
  let size = 0;
  for (let i = 0; i < w.length; i++) if (w[i] !== 0) size++;
  return size;
}
