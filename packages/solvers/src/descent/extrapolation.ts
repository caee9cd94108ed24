/** How many differences of iterates are combined. */
const DEPTH = 5;

/** The last iterates of a pass over some coordinates, and what they point at. */
export interface Extrapolation {
  /** Keeps a copy of where the pass stands. @returns whether there are enough to extrapolate from */
  keep(w: Float64Array, slopes: Float64Array): boolean;
  /** Writes the extrapolated point to w and slopes, and starts afresh. @returns false where there is none */
  extrapolate(w: Float64Array, slopes: Float64Array): boolean;
  /** Forgets the iterates. */
  restart(): void;
}

/** Where iterates are kept: made once for all passes on a loss. */
export interface History {
  /** The coordinates in play, each of length dK. */
  readonly points: readonly Float64Array[];
  /** Each of length mK. */
  readonly slopes: readonly Float64Array[];
}

/** The iterates, and a point that one may have to go back to. */
export interface Kept extends History {
  readonly kept: { readonly w: Float64Array; readonly slopes: Float64Array };
}

/** @param dimension dK @param products mK */
export function openHistory(dimension: number, products: number): Kept {
  const arrays = (n: number) => Array.from({ length: DEPTH + 1 }, () => new Float64Array(n));
  const kept = { w: new Float64Array(dimension), slopes: new Float64Array(products) };
  return { points: arrays(dimension), slopes: arrays(products), kept };
}

/**
 * Anderson acceleration: of the affine combinations of the last five iterates the one whose combined step is shortest.
 *
 *     min ‖Σₖ cₖ (wₖ₊₁ − wₖ)‖², Σ cₖ = 1;   w ← Σₖ cₖ wₖ₊₁
 *
 * The slopes of a quadratic are affine in w, so that they are combined alike.
 *
 * @param coordinates which entries of w are in play
 * @param history where the iterates are kept; nothing of an earlier pass is read
 *
 * Source: Bertrand & Massias, Anderson acceleration of coordinate descent (2021).
 */
export function extrapolation(coordinates: Uint32Array, history: History): Extrapolation {
  const n = coordinates.length;
  const { points, slopes: slopesAt } = history;
  let gram: Float64Array[] | undefined; // most passes end before there is something to extrapolate from
  let kept = 0;

  function keep(w: Float64Array, slopes: Float64Array): boolean {
    const point = points[kept];
    for (let k = 0; k < n; k++) point[k] = w[coordinates[k]];
    slopesAt[kept].set(slopes);
    kept++;
    return kept === DEPTH + 1;
  }

  function extrapolate(w: Float64Array, slopes: Float64Array): boolean {
    kept = 0;
    const c = coefficients();
    if (!c) return false;
    for (let k = 0; k < n; k++) {
      let sum = 0;
      for (let e = 0; e < DEPTH; e++) sum += c[e] * points[e + 1][k];
      w[coordinates[k]] = sum;
    }
    slopes.fill(0);
    for (let e = 0; e < DEPTH; e++) {
      const [factor, from] = [c[e], slopesAt[e + 1]];
      for (let i = 0; i < slopes.length; i++) slopes[i] += factor * from[i];
    }
    return true;
  }

  /** c, from (UᵀU) x = 1 with the steps as the columns of U; undefined if they depend on each other. */
  function coefficients(): Float64Array | undefined {
    gram ??= Array.from({ length: DEPTH }, () => new Float64Array(DEPTH + 1));
    for (let a = 0; a < DEPTH; a++) {
      for (let b = 0; b <= a; b++) {
        let sum = 0;
        for (let k = 0; k < n; k++)
          sum += (points[a + 1][k] - points[a][k]) * (points[b + 1][k] - points[b][k]);
        gram[a][b] = sum;
        gram[b][a] = sum;
      }
      gram[a][DEPTH] = 1;
    }
    const x = solved(gram);
    if (!x) return undefined;
    let sum = 0;
    for (const xi of x) sum += xi;
    for (let e = 0; e < DEPTH; e++) x[e] /= sum;
    return x.every(Number.isFinite) ? x : undefined;
  }

  function restart(): void {
    kept = 0;
  }

  return { keep, extrapolate, restart };
}

/** The solution of a linear system given as rows with the right side last, which are changed; by elimination. */
function solved(rows: readonly Float64Array[]): Float64Array | undefined {
  const n = rows.length;
  const order = [...rows];
  for (let k = 0; k < n; k++) {
    let pivot = k;
    for (let i = k + 1; i < n; i++)
      if (Math.abs(order[i][k]) > Math.abs(order[pivot][k])) pivot = i;
    [order[k], order[pivot]] = [order[pivot], order[k]];
    const row = order[k];
    if (!(Math.abs(row[k]) > 0)) return undefined;
    for (let i = k + 1; i < n; i++) {
      const factor = order[i][k] / row[k];
      for (let j = k; j <= n; j++) order[i][j] -= factor * row[j];
    }
  }
  const x = new Float64Array(n);
  for (let k = n - 1; k >= 0; k--) {
    let sum = order[k][n];
    for (let j = k + 1; j < n; j++) sum -= order[k][j] * x[j];
    x[k] = sum / order[k][k];
  }
  return x;
}
