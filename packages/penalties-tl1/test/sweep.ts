import { tl1 } from "@proxkit/penalties-tl1";
import { unitsOff } from "./exact-minimiser.ts";

/** The worst of what a sweep saw, and where. */
interface Worst {
  readonly units: number;
  readonly v: number;
  readonly t: number;
  readonly a: number;
}

/**
 * The largest errors of the prox, in units of 2⁻⁵²·|v|, where it is hardest: a from 1e-150 to 1e150, t around the
 * critical one or far from it, v from just above the threshold to far away.
 */
export function sweep({ rounds, seed }: { rounds: number; seed: number }): Record<string, Worst> {
  const worst: Record<string, Worst> = {};
  let state = seed;
  const uniform = (): number => {
    state = (state * 48271) % 2147483647; // exact: below 2⁵³
    return state / 2147483647;
  };
  const power = (from: number, to: number): number => 10 ** (from + (to - from) * uniform());

  for (let round = 0; round < rounds; round++) {
    const a = round % 2 ? power(-150, 150) : power(-3, 8);
    const { prox, threshold } = tl1({ a }).scalar;
    const steps = {
      "t near critical": 1 + (uniform() - 0.5) * power(-16, 0),
      "t within 1e6 of critical": power(-6, 6),
      "t anywhere": power(-140, 140),
    };
    for (const [where, ratio] of Object.entries(steps)) {
      const t = (a / 2) * (a / (a + 1)) * ratio;
      const edge = threshold(t);
      const sizes = {
        "v a few ulps above the threshold": 1 + Math.ceil(20 * uniform()) * 2 ** -52,
        "v near the threshold": 1 + power(-16, 0),
        "v up to 1e8 thresholds": power(0, 8),
        "v up to 1e100 thresholds": power(0, 100),
      };
      for (const [size, factor] of Object.entries(sizes)) {
        const v = edge * factor;
        if (!(t > 1e-300 && t < 1e300 && v > 1e-290 && v < 1e290 && v > edge)) continue;
        const units = unitsOff(prox(v, t), v, t, a);
        const key = `${where}, ${size}`;
        if (!(units <= (worst[key]?.units ?? -1))) worst[key] = { units, v, t, a };
      }
    }
  }
  return worst;
}
