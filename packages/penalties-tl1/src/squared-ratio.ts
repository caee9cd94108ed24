// Written by derivation/derive.ts, which says why: change that.

const p0 = 1.25;
const p1 = 2.613695446344024;
const p2 = 1.9353709362974372;
const p3 = 0.6120702523541403;
const p4 = 0.07835125582090084;
const p5 = 0.002970468538073853;

const q0 = 1;
const q1 = 3.1694173261578746;
const q2 = 3.844850599115936;
const q3 = 2.2309242963344618;
const q4 = 0.6301888969548495;
const q5 = 0.0776828568009631;
const q6 = 0.002959506046751109;

/**
 * P(h) of R(h) = 1 + (1 − h)·P(h)/Q(h), the square of (a + x)/(a + u) for h from 0 to 1, whose relative
 * error is at most 3.6e-18 before rounding. Estrin's scheme: short chains of operations.
 */
export function numerator(h: number): number {
  const hh = h * h;
  return p0 + p1 * h + (p2 + p3 * h) * hh + (p4 + p5 * h) * (hh * hh);
}

/** Q(h) of the same. */
export function denominator(h: number): number {
  const hh = h * h;
  return q0 + q1 * h + (q2 + q3 * h) * hh + (q4 + q5 * h + q6 * hh) * (hh * hh);
}
