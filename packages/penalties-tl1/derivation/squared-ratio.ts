import { type Fixed, ONE, over, root, times } from "./fixed-point.ts";
import { type Rational, remez } from "./remez.ts";

/*
 * The minimiser u of ½ (u − x)² + t(a + 1)u/(a + u) over u > 0 is the largest root of
 *
 *     (u − x)(a + u)² + c = 0,   c = t·a·(a + 1)
 *
 * With X = a + x and w = (a + u)/X this is w²(1 − w) = c/X³, and u = x − (c/X²)·R, R = 1/w². So R depends on
 * c/X³ alone, from 0, where w = 1, to 4/27, where w = 2/3 and the two larger roots meet. In c/X³ that
 * meeting is a square root: there R has no derivative. But with
 *
 *     h² = 1 − (27/4) c/X³ = 1 − (27/4) w²(1 − w) = (3w − 2)²(3w + 1)/4
 *
 * the square root can be taken once for all: h = (3w − 2)√(3w + 1)/2. From w = 2/3 to 1 it grows from 0 to 1, with
 *
 *     dh/dw = (27/4) w/√(3w + 1) > 0,
 *
 * so w, and R with it, is an analytic function of h, at both ends too. R falls from 9/4 to 1 with
 * dlog R/dh = −(8/27)√(3w + 1)/w², which is 2/√3 at most: an error of h is hardly more than that in R. The
 * nearest singularity is at w = 0, h = −1, a unit away, which is why low degrees do.
 *
 * As R − 1 = (1 − h)·S(h), it is S that is approximated: then R is 1 to the last digit where nothing but
 * c/X² is taken from x, and all coefficients are positive, so that no sum cancels.
 */

/** w from 2/3 to 1 with (3w − 2)√(3w + 1)/2 = h, by Newton's method from 1, where it is convex. */
export function relativeRoot(h: Fixed): Fixed {
  let w = ONE;
  for (let i = 0; i < 12; i++) {
    const r = root(3n * w + ONE);
    const excess = times(3n * w - 2n * ONE, r) / 2n - h;
    w -= over(times(excess, 4n * r), 27n * w);
  }
  return w;
}

/** R(h) = 1/w² */
export function squaredRatio(h: Fixed): Fixed {
  const w = relativeRoot(h);
  return over(ONE, times(w, w));
}

/** S = (R − 1)/(1 − h) = (4/27)(1 + w)(1 + h)/w⁴, because 1 − h² = (27/4) w²(1 − w). */
function quotient(h: Fixed): Fixed {
  const w = relativeRoot(h);
  const square = times(w, w);
  return over(4n * times(ONE + w, ONE + h), 27n * times(square, square));
}

/** S ≈ P/Q, with the least relative error of 1 + (1 − h)·P/Q. */
export function approximation(): { best: Rational; error: Fixed } {
  return remez({
    f: quotient,
    weight: (h) => over(ONE - h, squaredRatio(h)),
    degrees: [5, 6],
  });
}
