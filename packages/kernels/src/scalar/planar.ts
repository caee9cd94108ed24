import { ARRAYS, BETA, CENTRE, CODES, CUT, OPERATOR, roomOf, SHAPE } from "../planar/block.ts";
import { fourSums } from "./four-sums.ts";
import { hardAt, softAt } from "./threshold.ts";
import { tl1At } from "./tl1.ts";

/** The twin of assembly/planar-depart.ts; in entries. */
export function planarDepartAt(f64: Float64Array, at: number, n: number, eta: number): void {
  const room = roomOf(n);
  const star = at + ARRAYS;
  const w = star + room;
  const u = star + 2 * room;
  const g = star + 3 * room; // and hat
  const beta = f64[at + BETA];
  const shrink = f64[at + CENTRE + 2];
  proxAt(f64, at, w, u, n);
  for (let i = 0; i < n; i++) {
    const wi = f64[w + i];
    f64[g + i] = wi - eta * (f64[g + i] + beta * (wi - f64[u + i]));
  }
  const c = (i: number) => f64[star + i] * shrink;
  f64[at] = fourSums(n, (i) => (f64[g + i] - c(i)) * (f64[g + i] - c(i)));
  f64[at + 1] = fourSums(n, (i) => (f64[g + i] - c(i)) * c(i));
  f64[at + 2] = valueAt(f64, at, u, n);
}

/** The twin of assembly/planar-arrive.ts; in entries. */
export function planarArriveAt(
  f64: Float64Array,
  at: number,
  n: number,
  scale: number,
  along: number,
  toStar: number,
): void {
  const room = roomOf(n);
  const star = at + ARRAYS;
  const w = star + room;
  const u = star + 2 * room;
  const g = star + 3 * room; // hat
  for (let i = 0; i < n; i++) f64[g + i] = scale * f64[g + i];
  f64[at] = squaresOf(f64, g, w, n);
  f64[at + 1] = squaresOf(f64, g, u, n);
  for (let i = 0; i < n; i++) {
    const next = f64[g + i];
    f64[g + i] = along * next + toStar * (next - f64[star + i]);
    f64[w + i] = next;
  }
}

/** u ← prox(w) */
function proxAt(f64: Float64Array, at: number, w: number, u: number, n: number): void {
  const operator = f64[at + OPERATOR];
  if (operator === CODES.soft) softAt(f64, w, u, n, f64[at + CUT]);
  else if (operator === CODES.hard) hardAt(f64, w, u, n, f64[at + CUT]);
  else tl1At(f64, w, u, n, at + ARRAYS + 4 * roomOf(n));
}

/** P(u) */
function valueAt(f64: Float64Array, at: number, u: number, n: number): number {
  const operator = f64[at + OPERATOR];
  if (operator === CODES.soft) return fourSums(n, (i) => Math.abs(f64[u + i]));
  if (operator === CODES.hard) return fourSums(n, (i) => +(f64[u + i] !== 0));
  const a = f64[at + SHAPE];
  const a1 = f64[at + SHAPE + 1];
  return fourSums(n, (i) => (a1 / (a + Math.abs(f64[u + i]))) * Math.abs(f64[u + i]));
}

/** ‖x − y‖² */
function squaresOf(f64: Float64Array, x: number, y: number, n: number): number {
  return fourSums(n, (i) => (f64[x + i] - f64[y + i]) * (f64[x + i] - f64[y + i]));
}
