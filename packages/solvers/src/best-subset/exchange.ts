import { cholesky, DEPENDENT, invertCholesky } from "./cholesky.ts";
import type { Landscape, Minimum } from "./landscape.ts";

/**
 * What f gains and loses when columns come and go, after the quadratic around a minimum on A: exact for least squares.
 *
 *     i leaves:     wᵢ²/(2Mᵢᵢ) lost,       M = H_A⁻¹
 *     j comes:      gⱼ²/(2dⱼ) gained,      dⱼ = Hⱼⱼ − H_jA M H_Aj
 *     j for i:      (gⱼ − wᵢVⱼᵢ/Mᵢᵢ)²/(2(dⱼ + Vⱼᵢ²/Mᵢᵢ)) − wᵢ²/(2Mᵢᵢ) gained,   V = H_·A M
 *
 * The first two are the sacrifices of splicing, there with Hᵢᵢ and Hⱼⱼ in place of 1/Mᵢᵢ and dⱼ.
 */
export interface Exchange {
  /** Lost when a chosen column leaves, in the order of the chosen. */
  readonly losses: Float64Array;
  /** Gained when a column comes, length d; 0 for those that are in or depend on the others. */
  gains(): Float64Array;
  /** Gained when j comes for the i-th of the chosen. */
  swap(i: number, j: number): number;
}

/** What concerns columns outside is computed when it is first asked for. */
export function exchangeAt(landscape: Landscape, at: Minimum): Exchange {
  const { columns, chosen, w } = at;
  const { gradient, curvature, column } = landscape.slopes(at);
  const n = columns.length;
  const first = n - chosen.length;
  const beside = Array.from(columns, column);
  const M = inverseOn(columns, beside, curvature);
  const own = Float64Array.from(chosen, (_, i) => M[(first + i) * (n + 1)]);
  const losses = own.map((m, i) => (m > 0 ? w[first + i] ** 2 / (2 * m) : 0));
  let others: Outside | undefined;

  function outside(): Outside {
    others ??= outsideOf(beside, M, curvature);
    return others;
  }

  function gainsOf(): Float64Array {
    const { rest } = outside();
    const inside = new Set(columns);
    const gains = new Float64Array(gradient.length);
    for (const j of landscape.candidates)
      if (!inside.has(j)) gains[j] = gain(gradient[j], rest[j], curvature[j]);
    return gains;
  }

  function swap(i: number, j: number): number {
    const { V, rest } = outside();
    const m = own[i];
    if (!(m > 0)) return gain(gradient[j], rest[j], curvature[j]);
    const v = V[first + i][j] / m;
    const slope = gradient[j] - w[first + i] * v;
    return gain(slope, rest[j] + v * v * m, curvature[j]) - losses[i];
  }

  return { losses, gains: gainsOf, swap };
}

/** M */
function inverseOn(columns: Uint32Array, beside: Float64Array[], curvature: Float64Array) {
  const n = columns.length;
  const H = new Float64Array(n * n);
  for (let a = 0; a < n; a++) {
    for (let i = a + 1; i < n; i++) H[i * n + a] = beside[a][columns[i]];
    H[a * n + a] = curvature[columns[a]];
  }
  return invertCholesky(cholesky(H, n));
}

interface Outside {
  /** V, column after column. */
  readonly V: Float64Array[];
  /** dⱼ */
  readonly rest: Float64Array;
}

function outsideOf(beside: Float64Array[], M: Float64Array, curvature: Float64Array): Outside {
  const n = beside.length;
  const rest = curvature.slice();
  const V = beside.map((own, a) => {
    const out = new Float64Array(rest.length);
    for (let l = 0; l < n; l++) {
      const by = M[l * n + a];
      const from = beside[l];
      if (by !== 0) for (let j = 0; j < out.length; j++) out[j] += by * from[j];
    }
    for (let j = 0; j < out.length; j++) rest[j] -= out[j] * own[j];
    return out;
  });
  return { V, rest };
}

function gain(slope: number, rest: number, curvature: number): number {
  return rest > DEPENDENT * curvature ? (slope * slope) / (2 * rest) : 0;
}
