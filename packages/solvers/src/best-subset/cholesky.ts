/** A column counts as dependent if less than the root of this, 10⁻⁶, of its length is outside the span of others. */
export const DEPENDENT = 1e-12;

/** H = LLᵀ without the rows and columns of the dependent ones, where L is 0. */
export interface Cholesky {
  readonly n: number;
  /** n × n, row after row; what is above the diagonal is not used. */
  readonly L: Float64Array;
}

/**
 * Cholesky's factor of a positive semidefinite matrix; a row that depends on those before it is left out.
 *
 * @param H n × n, row after row; its lower half is read
 */
export function cholesky(H: Float64Array, n: number): Cholesky {
  const L = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = H[i * n + j];
      for (let k = 0; k < j; k++) sum -= L[i * n + k] * L[j * n + k];
      if (j < i) L[i * n + j] = L[j * n + j] > 0 ? sum / L[j * n + j] : 0;
      else if (sum > DEPENDENT * H[i * n + i]) L[i * n + i] = Math.sqrt(sum);
      else L.fill(0, i * n, i * n + i + 1); // NaN too
    }
  }
  return { n, L };
}

export function isIndependent({ L, n }: Cholesky, i: number): boolean {
  return L[i * n + i] > 0;
}

/** H⁻¹b, with 0 for what is dependent. */
export function solveCholesky({ L, n }: Cholesky, b: Float64Array): Float64Array {
  const x = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    if (!(L[i * n + i] > 0)) continue;
    let sum = b[i];
    for (let k = 0; k < i; k++) sum -= L[i * n + k] * x[k];
    x[i] = sum / L[i * n + i];
  }
  for (let i = n - 1; i >= 0; i--) {
    if (!(L[i * n + i] > 0)) continue;
    let sum = x[i];
    for (let k = i + 1; k < n; k++) sum -= L[k * n + i] * x[k];
    x[i] = sum / L[i * n + i];
  }
  return x;
}

/** H⁻¹, n × n, with 0 for what is dependent. */
export function invertCholesky(factor: Cholesky): Float64Array {
  const { n } = factor;
  const inverse = new Float64Array(n * n);
  const unit = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    unit.fill(0);
    unit[i] = 1;
    inverse.set(isIndependent(factor, i) ? solveCholesky(factor, unit) : unit.fill(0), i * n);
  }
  return inverse;
}
