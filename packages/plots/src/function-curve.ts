import { drawable } from "./drawable.ts";
import type { Jump } from "./jump.ts";
import { thin } from "./thin.ts";

/** A point of a curve; points of one run are joined. */
export interface CurvePoint {
  readonly x: number;
  readonly y: number;
  readonly run: number;
}

/** A function of one variable, made ready to draw. */
export interface FunctionCurve {
  readonly points: readonly CurvePoint[];
  /** What the function is where it jumps. */
  readonly taken: readonly CurvePoint[];
  /** What it only tends to there. */
  readonly limits: readonly CurvePoint[];
  /** Where it is Infinity, from and to. */
  readonly infinite: readonly (readonly [number, number])[];
  /** How many samples are neither drawn nor Infinity. */
  readonly lost: number;
}

/**
 * Cuts the samples of a function into runs: at its jumps, each run going up to its limits there, and at
 * what cannot be drawn.
 *
 * @param v ascending, length n
 * @param y length n
 * @param jumps those outside of [v[0], v[n − 1]] are left out
 */
export function functionCurve(
  v: ArrayLike<number>,
  y: ArrayLike<number>,
  jumps: readonly Jump[],
): FunctionCurve {
  const runs: CurvePoint[][] = [[]];
  const infinite: [number, number][] = [];
  const [taken, limits]: CurvePoint[][] = [[], []];
  let open = false; // does the next Infinity go on with the last interval?
  let lost = 0;

  function cut(): void {
    if (runs[runs.length - 1].length > 0) runs.push([]);
  }
  function add(at: number, height: number): boolean {
    if (drawable(height)) runs[runs.length - 1].push({ x: at, y: height, run: runs.length });
    else cut();
    const unbounded = height === Number.POSITIVE_INFINITY;
    if (unbounded && open) infinite[infinite.length - 1][1] = at;
    else if (unbounded) infinite.push([at, at]);
    open = unbounded;
    return open || drawable(height);
  }
  function addJump({ at, left, right, value }: Jump): void {
    const sides = [at > v[0] ? [left] : [], at < v[v.length - 1] ? [right] : []];
    for (const [k, side] of sides.entries()) {
      if (k === 1) cut();
      for (const limit of side) {
        add(at, limit);
        if (limit !== value && drawable(limit)) limits.push({ x: at, y: limit, run: 0 });
      }
    }
    if (drawable(value)) taken.push({ x: at, y: value, run: 0 });
  }

  const inside = jumps.filter(({ at }) => at >= v[0] && at <= v[v.length - 1]);
  const waiting = inside.toSorted((a, b) => b.at - a.at);
  for (let i = 0; i < v.length; i++) {
    let jumped = false;
    while (waiting.length > 0 && waiting[waiting.length - 1].at <= v[i]) {
      const jump = waiting.pop() as Jump;
      addJump(jump);
      jumped = jump.at === v[i];
    }
    if (!jumped && !add(v[i], y[i])) lost++;
  }
  return { points: runs.flatMap((run) => thin(run, 1000)), taken, limits, infinite, lost };
}
