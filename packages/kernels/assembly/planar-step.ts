import { angleOf } from "./half-angle";
import { planarArrive } from "./planar-arrive";
import { CENTRE, LOSS } from "./planar-block";
import { planarDepart } from "./planar-depart";
import { sineGap } from "./sine-gap";

const PI = 3.141592653589793;

/**
 * Both halves of a step, and between them the population loss of the no-overlap network; the sums ‖w⁺ − w‖², ‖w⁺ − u‖²,
 * P(u), f(w⁺). Returns 0, with hat in place of ∇f and no more done, where ‖hat‖ is small beside ‖c‖ or too large.
 */
export function planarStep(at: usize, n: i32, eta: f64): i32 {
  planarDepart(at, n, eta);
  const M = load<f64>(at);
  const q = load<f64>(at, 8);
  const C = load<f64>(at, CENTRE); // ‖c‖²
  const c = load<f64>(at, CENTRE + 8);
  const size = load<f64>(at, LOSS); // ‖w*‖
  const k = load<f64>(at, LOSS + 8);
  const curve = load<f64>(at, LOSS + 16); // γ/k
  const unit = load<f64>(at, LOSS + 24); // 1/(πk)
  const normalize = load<f64>(at, LOSS + 32) != 0;
  const squares = C + 2 * q + M;
  if (!(squares > C / 16 && squares < Infinity)) return 0;
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
  const toStar = (PI - theta) * unit;
  const oneMinusH = ((PI - theta) * versine + bend) / PI;
  planarArrive(at, n, normalize ? 1 / a : 1, along, toStar);
  store<f64>(at, (curve * gap * gap + norm * size * oneMinusH) / k, 24);
  return 1;
}
