import { CENTRE, LOSS } from "../planar/block.ts";
import { angleOf } from "./half-angle.ts";
import { planarArriveAt, planarDepartAt } from "./planar.ts";
import { sineGap } from "./sine-gap.ts";

/** The twin of assembly/planar-step.ts; in entries. */
export function planarStepAt(f64: Float64Array, at: number, n: number, eta: number): number {
  planarDepartAt(f64, at, n, eta);
  const M = f64[at];
  const q = f64[at + 1];
  const C = f64[at + CENTRE]; // ‖c‖²
  const c = f64[at + CENTRE + 1];
  const size = f64[at + LOSS]; // ‖w*‖
  const k = f64[at + LOSS + 1];
  const curve = f64[at + LOSS + 2]; // γ/k
  const unit = f64[at + LOSS + 3]; // 1/(πk)
  const normalize = f64[at + LOSS + 4] !== 0;
  const squares = C + 2 * q + M;
  if (!(squares > C / 16 && squares < Number.POSITIVE_INFINITY)) return 0;
  const a = Math.sqrt(squares);
  const across = Math.max(0, M - (q * q) / C);
  const s = Math.sqrt(across);
  const x = (C + q) / c;
  const theta = angleOf(x, s, a);
  const bend = sineGap(theta, s / a);
  const versine = x < 0 ? (a - x) / a : across / (a * (a + x)); // 1 − cos θ
  const norm = normalize ? 1 : a;
  const gap = normalize ? 1 - size : (2 * q + M) / (a + c);
  const along = (((k - 1 + theta) * gap + bend * size) * unit) / norm;
  const toStar = (Math.PI - theta) * unit;
  const oneMinusH = ((Math.PI - theta) * versine + bend) / Math.PI;
  planarArriveAt(f64, at, n, normalize ? 1 / a : 1, along, toStar);
  f64[at + 3] = (curve * gap * gap + norm * size * oneMinusH) / k;
  return 1;
}
