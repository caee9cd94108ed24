import type { Pass, PassOptions } from "./pass.ts";
import { rowPass } from "./row-pass.ts";

export interface NetworkPassOptions extends PassOptions {
  /** k, into how many patches of length d = columns/k a row is cut. */
  readonly patches: number;
}

/**
 * The mean squared error of the no-overlap ReLU network, and its gradient in the same pass over X.
 *
 *     f(w) = 1/m Σⱼ rⱼ²,   rⱼ = 1/k Σᵢ σ(w·xⱼ[i]) − yⱼ,   σ(z) = max(0, z)
 *     ∇f(w) = 2/(mk) Σⱼ rⱼ Σ_{i active} xⱼ[i],   i active where w·xⱼ[i] > 0
 *
 * @param options X (m × kd), y (length m), the patches k and the threads
 * @returns the loss, ready to be evaluated on weights of length d
 * @throws RangeError if k does not divide the columns, or y or the threads do not fit; KernelMemoryError if X
 * was freed, or there are several threads and its memory is not shared
 * @example
 * ```ts
 * import { networkPass, openMemory } from "@proxkit/kernels";
 *
 * const data = openMemory().float64(8);
 * data.view.set([1, 0, 2, 2, -1, -1, 0, 4]);
 * const pass = networkPass({ X: { data, rows: 2, columns: 4 }, y: [1, 2], patches: 2 });
 * const gradient = new Float64Array(2);
 * console.log(pass.evaluate(Float64Array.of(1, 0), gradient)); // 2.125
 * console.log(gradient); // Float64Array(2) [ 0.75, 0.5 ]
 * ```
 * Source: Dinh & Xin, eq. (2).
 */
export function networkPass({ patches, ...options }: NetworkPassOptions): Pass {
  const { columns } = options.X;
  if (!(Number.isInteger(patches) && patches >= 1 && columns % patches === 0))
    throw new RangeError(
      `networkPass: patches must divide the ${columns} columns of X, received ${patches}`,
    );
  return rowPass({ caller: "networkPass", kernel: "network", patches }, options);
}
