import { dot } from "../dot.ts";
import { norm } from "../norm.ts";
import { randomUnitVector } from "../random-unit-vector.ts";
import { seededRandom } from "../seeded-random.ts";
import { largestOfTridiagonal } from "./largest-of-tridiagonal.ts";

const MOST_STEPS = 500;
const TOLERANCE = 1e-10;

/**
 * The largest eigenvalue of a symmetric positive semidefinite operator A, by the Lanczos iteration.
 *
 *     bⱼ₊₁ vⱼ₊₁ = A vⱼ − aⱼ vⱼ − bⱼ vⱼ₋₁,   λmax ≈ λmax(tridiagonal(a, b)), from below
 *
 * It uses the same products A v as power iteration, and several times fewer. The start
 * is the same every time. It ends when two steps in a row gain less than 1e-10 of the value: at 1e-6,
 * one random spectrum in a thousand still waits near its second eigenvalue.
 *
 * @param apply writes A v to out
 * @param d the length of v
 */
export function largestEigenvalue(
  apply: (v: Float64Array, out: Float64Array) => void,
  d: number,
): number {
  let v: Float64Array = randomUnitVector(d, seededRandom(0));
  let before: Float64Array = new Float64Array(d);
  let next: Float64Array = new Float64Array(d);
  const a: number[] = [];
  const b: number[] = [0];
  let top = 0;
  let quiet = 0;
  for (let j = 0; j < MOST_STEPS && quiet < 2; j++) {
    apply(v, next);
    a.push(dot(v, next));
    for (let i = 0; i < d; i++) next[i] -= a[j] * v[i] + b[j] * before[i];
    b.push(norm(next));
    const last = top;
    top = largestOfTridiagonal(a, b, last);
    if (!(top < Number.POSITIVE_INFINITY)) return Number.POSITIVE_INFINITY; // A v overflows
    quiet = top - last <= TOLERANCE * top ? quiet + 1 : 0;
    if (b[j + 1] <= Number.EPSILON * top) break; // A maps the span of v₁ … vⱼ to itself
    for (let i = 0; i < d; i++) next[i] /= b[j + 1];
    [before, v, next] = [v, next, before];
  }
  return top;
}
