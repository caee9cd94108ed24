import { DEPENDENT } from "./cholesky.ts";
import type { Landscape, Minimum } from "./landscape.ts";
import { withColumns } from "./with-columns.ts";

/**
 * Takes in columns one after the other, each time the one that gains most, while there is room and f falls.
 *
 *     gain of j = gⱼ²/(2dⱼ),   dⱼ = Hⱼⱼ − ‖Zⱼ‖²,   Z = L⁻¹H_A·,   H_A = LLᵀ
 *
 * For a quadratic f a column that comes adds a row to Z and changes g and d, and nothing is computed anew.
 */
export function grown(landscape: Landscape, start: Minimum, s: number): Minimum {
  let best = start;
  while (best.chosen.length < s) {
    const more = firstOf(landscape, best, landscape.quadratic ? s - best.chosen.length : 1);
    if (more.length === 0) return best;
    const next = landscape.minimum(withColumns(best.chosen, more), best);
    if (!(next.loss < best.loss)) return best;
    best = next;
  }
  return best;
}

function firstOf(landscape: Landscape, at: Minimum, room: number): number[] {
  const { candidates, tie } = landscape;
  const { gradient, curvature, column } = landscape.slopes(at);
  const d = gradient.length;
  const rest = curvature.slice();
  const rows: Float64Array[] = [];
  const taken = new Set<number>();
  const more: number[] = [];
  for (const j of at.columns) {
    if (isFree(j)) take(j);
    taken.add(j);
  }
  while (more.length < room) {
    let best = -1;
    let most = tie;
    for (const j of candidates) {
      if (taken.has(j) || !isFree(j)) continue;
      const gain = (gradient[j] * gradient[j]) / (2 * rest[j]);
      if (gain > most) [best, most] = [j, gain];
    }
    if (best < 0) break;
    const slope = gradient[best];
    const by = slope / rest[best];
    const row = take(best);
    const scale = by * row[best]; // Z has √d on its diagonal
    for (let i = 0; i < d; i++) gradient[i] -= scale * row[i];
    more.push(best);
  }
  return more;

  function isFree(j: number): boolean {
    return rest[j] > DEPENDENT * curvature[j];
  }

  /** Adds the row of a column to Z. */
  function take(j: number): Float64Array {
    taken.add(j);
    const row = column(j).slice();
    for (const other of rows) {
      const by = other[j];
      for (let i = 0; i < d; i++) row[i] -= by * other[i];
    }
    const root = Math.sqrt(rest[j]);
    for (let i = 0; i < d; i++) {
      row[i] /= root;
      rest[i] -= row[i] * row[i];
    }
    rows.push(row);
    return row;
  }
}
