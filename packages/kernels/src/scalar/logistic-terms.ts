import { expOfNegative } from "./exp.ts";
import { log } from "./log.ts";
import { log1pOfUnit } from "./log1p.ts";

// The twins of assembly/logistic-terms.ts; all in entries, q and c −1 for none.

export function logisticSlopesAt(
  f64: Float64Array,
  z: number,
  y: number,
  s: number,
  q: number,
  c: number,
  n: number,
): number {
  let [even, odd] = [0, 0];
  for (let j = 0; j < n; j++) {
    const [sign, weight] = [f64[y + j], f64[s + j]];
    const counts = weight > 0;
    const margin = sign * f64[z + j];
    const e = expOfNegative(-Math.abs(margin));
    const value = counts ? weight * ((margin < 0 ? -margin : 0) + log1pOfUnit(e)) : 0;
    if (j % 2 === 0) even += value;
    else odd += value;
    const share = (margin < 0 ? 1 : e) / (1 + e); // 1/(1 + exp(margin))
    if (q >= 0) f64[q + j] = counts ? weight * (-sign * share) : 0;
    if (c >= 0) f64[c + j] = counts ? bend(weight, e) : 0;
  }
  return even + odd;
}

export function logisticCurvaturesAt(
  f64: Float64Array,
  z: number,
  s: number,
  c: number,
  n: number,
): void {
  for (let j = 0; j < n; j++) {
    const weight = f64[s + j];
    const e = expOfNegative(-Math.abs(f64[z + j]));
    f64[c + j] = weight > 0 ? bend(weight, e) : 0;
  }
}

function bend(weight: number, e: number): number {
  return weight * (e / ((1 + e) * (1 + e)));
}

export function logisticConjugateAt(
  f64: Float64Array,
  theta: number,
  y: number,
  s: number,
  n: number,
): number {
  let [even, odd] = [0, 0];
  for (let j = 0; j < n; j++) {
    const weight = f64[s + j];
    if (!(weight > 0)) continue;
    const u = -f64[y + j] * (f64[theta + j] / weight);
    const value = weight * (entropy(u) + entropy(1 - u));
    if (j % 2 === 0) even += value;
    else odd += value;
  }
  return even + odd;
}

/** u log u, 0 at 0 and below. */
function entropy(u: number): number {
  return u <= 0 ? 0 : u * log(u);
}
