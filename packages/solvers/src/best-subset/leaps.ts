import type { BestBySize } from "./best-by-size.ts";
import type { Budget } from "./budget.ts";
import { retriangulate, triangularise } from "./rotate.ts";
import type { Triangle } from "./triangle.ts";

/** The problem with some columns taken in: those that are free, in the coordinates that they leave. */
interface Node {
  /** How many columns are free. */
  q: number;
  /** Which, as columns of the root. */
  readonly free: Int32Array;
  /** Upper triangular, q × q, column after column. */
  readonly R: Float64Array;
  readonly r: Float64Array;
  /** ‖·‖² that all columns together leave. */
  rest: number;
  /** How many columns are taken in, the first of `taken`. */
  k: number;
}

/**
 * Branch and bound over all subsets of the columns of a least-squares problem, for every size at once.
 *
 * A node is a set of columns of which the first k are taken in and the others free. Its triangle says what each of the
 * sets {taken}, {taken, 1st}, {taken, 1st, 2nd}, … leaves: the tails of r. A child drops one free column and takes in those
 * before it, so that each subset is met once, and no subset of a child leaves less than the child does:
 *
 *     ‖y − Xw‖² without column j  =  rest + vⱼ²/(R⁻¹R⁻ᵀ)ⱼⱼ,   v = R⁻¹r
 *
 * which is known before the child is made, and leaves it out where that is no better than what is known for its sizes.
 * Free columns are sorted by it, so that large subtrees have high bounds.
 *
 * Source: Furnival & Wilson (1974), Regressions by leaps and bounds; Gatu & Kontoghiorghes (2006), whose order and triangles
 * these are; Hofmann, Gatu, Kontoghiorghes, Colubi & Zeileis (2020).
 */
export function leaps(
  { columns, R, r, rest, shortest }: Triangle,
  best: BestBySize,
  budget: Budget,
): void {
  const n = columns.length;
  const taken = new Int32Array(n);
  const levels: Node[] = [];
  const cost = new Float64Array(n);
  const scratch = new Float64Array(n * n);
  const order = new Int32Array(n);
  const root = level(0, n);
  root.q = n;
  root.free.set(columns.map((_, c) => c));
  root.R.set(R);
  root.r.set(r);
  root.rest = rest;
  root.k = 0;
  visit(0);

  function level(depth: number, q: number): Node {
    levels[depth] ??= {
      q,
      free: new Int32Array(q),
      R: new Float64Array(q * q),
      r: new Float64Array(q),
      rest: 0,
      k: 0,
    };
    return levels[depth];
  }

  function visit(depth: number): void {
    const node = levels[depth];
    const { q, k } = node;
    budget.spend();
    const bounds = boundsOf(node);
    const independent = offerLeading(node);
    for (let j = q - 2; j >= 0; j--) {
      if (j > independent) continue; // what would be taken in depends on itself
      const bound = bounds[j] / 2;
      const [least, most] = [k + j + 1, k + q - 1];
      if (!best.isOpen(bound, least, most)) continue;
      if (budget.isSpent()) best.leave(bound, least, most);
      else {
        drop(node, j, depth + 1);
        visit(depth + 1);
      }
    }
  }

  /** What all without j leave, for each free j; those are sorted by it, the largest first. */
  function boundsOf(node: Node): Float64Array {
    const { q, free, rest: all } = node;
    const bounds = new Float64Array(q).fill(all);
    if (dependentFrom(node) < q) return bounds;
    invert(node);
    for (let i = 0; i < q; i++) order[i] = i;
    const sorted = order.subarray(0, q).sort((a, b) => cost[b] - cost[a] || free[a] - free[b]);
    for (let i = 0; i < q; i++) bounds[i] = all + cost[sorted[i]];
    if (sorted.some((from, i) => from !== i)) permute(node, sorted);
    return bounds;
  }

  /** cost ← vⱼ²/(R⁻¹R⁻ᵀ)ⱼⱼ */
  function invert({ q, R, r }: Node): void {
    const T = scratch; // R⁻¹, column after column
    for (let c = 0; c < q; c++) {
      T[c * q + c] = 1 / R[c * q + c];
      for (let i = c - 1; i >= 0; i--) {
        let sum = 0;
        for (let l = i + 1; l <= c; l++) sum += R[l * q + i] * T[c * q + l];
        T[c * q + i] = -sum / R[i * q + i];
      }
    }
    for (let i = 0; i < q; i++) {
      let v = 0;
      let squares = 0;
      for (let c = i; c < q; c++) {
        const t = T[c * q + i];
        v += t * r[c];
        squares += t * t;
      }
      cost[i] = (v * v) / squares;
    }
  }

  function permute({ q, free, R, r }: Node, to: Int32Array): void {
    scratch.set(R.subarray(0, q * q));
    const names = free.slice(0, q);
    for (let i = 0; i < q; i++) {
      R.set(scratch.subarray(to[i] * q, (to[i] + 1) * q), i * q);
      free[i] = names[to[i]];
    }
    triangularise(R, r, q, q);
  }

  /** The first of the free columns that depends on those before it; q if none does. */
  function dependentFrom({ q, free, R }: Node): number {
    for (let i = 0; i < q; i++) if (!(Math.abs(R[i * q + i]) > shortest[free[i]])) return i;
    return q;
  }

  /** @returns how many of the first are independent */
  function offerLeading(node: Node): number {
    const { q, free, r, k } = node;
    const independent = dependentFrom(node);
    let left = node.rest;
    const lefts = cost; // done with
    for (let i = q - 1; i >= 0; i--) {
      left += r[i] * r[i];
      lefts[i] = left;
    }
    for (let i = 0; i <= independent; i++)
      best.offer(k + i, (i === q ? node.rest : lefts[i]) / 2, () =>
        Uint32Array.from(
          [...taken.subarray(0, k), ...free.subarray(0, i)],
          (c) => columns[c],
        ).sort(),
      );
    return independent;
  }

  /** The child without free column j, those before it taken in. */
  function drop(node: Node, j: number, depth: number): void {
    const { q, free, R, r, k } = node;
    const child = level(depth, n - depth);
    const size = q - j;
    for (let i = 0; i < j; i++) taken[k + i] = free[i];
    child.k = k + j;
    child.q = size - 1;
    for (let c = 0; c < size - 1; c++) child.free[c] = free[j + 1 + c];
    const lost = retriangulate(R, r, q, j, child.R, child.r);
    child.rest = node.rest + lost * lost;
  }
}
