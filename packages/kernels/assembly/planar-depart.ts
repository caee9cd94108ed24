import { kept, sizeMask } from "./hard";
import { sum2 } from "./lanes";
import {
  ARRAYS, BETA, bytesOf, CENTRE, CUT, LIST, OPERATOR, PAIRS, ROOM, SHAPE, SPARSE,
} from "./planar-block";
import { shrunk } from "./soft";
import { BLOCK, tl1Block } from "./tl1-block";
import { spread } from "./tl1-constants";

const SOFT = 0;
const HARD = 1;
const TRANSFORMED = 2;

/** To be called once the constants of a block are in it. */
export function planarPrepare(at: usize, n: i32): void {
  const own = at + ARRAYS + 4 * bytesOf(n);
  if (<i32>load<f64>(at, OPERATOR) == TRANSFORMED) spread(own, own + PAIRS);
}

/**
 * u ← prox(w), hat ← w − η(∇f + β(w − u)) in place of ∇f; the sums ‖hat − c‖², (hat − c)·c and P(u).
 *
 * Four sums each: entry i goes to sum i mod 4, and they are added as (s₀ + s₂) + (s₁ + s₃).
 */
export function planarDepart(at: usize, n: i32, eta: f64): void {
  const operator = <i32>load<f64>(at, OPERATOR);
  if (operator == SOFT) depart(SOFT, at, n, eta);
  else if (operator == HARD) depart(HARD, at, n, eta);
  else {
    transform(at, n);
    depart(TRANSFORMED, at, n, eta);
  }
}

/** u ← the prox of TL1 of w. */
// @ts-ignore: decorator
@inline
function transform(at: usize, n: i32): void {
  const bytes = bytesOf(n);
  const w = at + ARRAYS + bytes;
  const u = w + bytes;
  const own = at + ARRAYS + 4 * bytes;
  const filled: usize = <usize>((n + 1) & ~1) << 3; // beyond, u is 0 and stays it
  let sparse = load<i32>(own, SPARSE) != 0;
  for (let p: usize = 0; p < filled; p += BLOCK) {
    const part = min(filled - p, BLOCK);
    sparse = tl1Block(
      w + p, u + p, part, own + ROOM, u + p, own + LIST, own, own + PAIRS, sparse,
    );
  }
  store<i32>(own, sparse, SPARSE);
}

// @ts-ignore: decorator
@inline
function depart(operator: i32, at: usize, n: i32, eta: f64): void {
  const bytes = bytesOf(n);
  let star = at + ARRAYS;
  let w = star + bytes;
  let u = star + 2 * bytes;
  let g = star + 3 * bytes; // and hat
  const end = star + bytes;
  const shrink = f64x2.splat(load<f64>(at, CENTRE + 16));
  const cut = f64x2.splat(load<f64>(at, CUT));
  const sizes = sizeMask(cut);
  const a = f64x2.splat(load<f64>(at, SHAPE));
  const a1 = f64x2.splat(load<f64>(at, SHAPE + 8));
  const steps = f64x2.splat(eta);
  const betas = f64x2.splat(load<f64>(at, BETA));
  let squares0 = f64x2.splat(0);
  let squares1 = f64x2.splat(0);
  let product0 = f64x2.splat(0);
  let product1 = f64x2.splat(0);
  let value0 = f64x2.splat(0);
  let value1 = f64x2.splat(0);
  for (; star < end; star += 32) {
    const w0 = v128.load(w);
    const w1 = v128.load(w, 16);
    const u0 = operator == TRANSFORMED ? v128.load(u) : prox(operator, w0, cut, sizes);
    const u1 = operator == TRANSFORMED ? v128.load(u, 16) : prox(operator, w1, cut, sizes);
    v128.store(u, u0);
    v128.store(u, u1, 16);
    value0 = f64x2.add(value0, value(operator, u0, a, a1));
    value1 = f64x2.add(value1, value(operator, u1, a, a1));
    const hat0 = moved(w0, u0, v128.load(g), steps, betas);
    const hat1 = moved(w1, u1, v128.load(g, 16), steps, betas);
    v128.store(g, hat0);
    v128.store(g, hat1, 16);
    const c0 = f64x2.mul(v128.load(star), shrink);
    const c1 = f64x2.mul(v128.load(star, 16), shrink);
    const beyond0 = f64x2.sub(hat0, c0);
    const beyond1 = f64x2.sub(hat1, c1);
    squares0 = f64x2.add(squares0, f64x2.mul(beyond0, beyond0));
    squares1 = f64x2.add(squares1, f64x2.mul(beyond1, beyond1));
    product0 = f64x2.add(product0, f64x2.mul(beyond0, c0));
    product1 = f64x2.add(product1, f64x2.mul(beyond1, c1));
    w += 32;
    u += 32;
    g += 32;
  }
  store<f64>(at, sum2(f64x2.add(squares0, squares1)));
  store<f64>(at, sum2(f64x2.add(product0, product1)), 8);
  store<f64>(at, sum2(f64x2.add(value0, value1)), 16);
}

/** w − η(∇f + β(w − u)) */
// @ts-ignore: decorator
@inline
function moved(w: v128, u: v128, g: v128, eta: v128, beta: v128): v128 {
  return f64x2.sub(w, f64x2.mul(eta, f64x2.add(g, f64x2.mul(beta, f64x2.sub(w, u)))));
}

/** soft(w, cut), or w where |w| > cut */
// @ts-ignore: decorator
@inline
function prox(operator: i32, w: v128, cut: v128, sizes: v128): v128 {
  return operator == SOFT ? shrunk(w, f64x2.neg(cut), cut) : kept(w, sizes, cut);
}

/** |u|, [u ≠ 0], or (a + 1)/(a + |u|)·|u|, entry by entry. */
// @ts-ignore: decorator
@inline
function value(operator: i32, u: v128, a: v128, a1: v128): v128 {
  if (operator == HARD) return v128.and(f64x2.ne(u, f64x2.splat(0)), f64x2.splat(1));
  const size = f64x2.abs(u);
  if (operator == SOFT) return size;
  return f64x2.mul(f64x2.div(a1, f64x2.add(a, size)), size);
}
