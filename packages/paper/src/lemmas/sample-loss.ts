import {
  networkLoss,
  populationLoss,
  predict,
  randomUnitVector,
  seededRandom,
} from "@proxkit/core";
import { eachSeed, type Seeds } from "../figures/seeds.ts";

const D = 10;
const K = 2;
/** Each m gets samples of its own, so that the deviations are independent. */
export const SAMPLES: readonly number[] = [16, 32, 64, 128, 256, 512, 1024, 2048, 4096];

/** w and w*, the same for all seeds. */
function vectors(): { w: Float64Array; wStar: Float64Array } {
  const random = seededRandom(1);
  return { w: randomUnitVector(D, random), wStar: randomUnitVector(D, random) };
}

/** Per seed, per m: the loss of eq. (2) on m samples, less that of eq. (8). */
export function deviations(seeds: Seeds): number[][] {
  const { w, wStar } = vectors();
  const limit = populationLoss({ wStar, patches: K }).value(w);
  return eachSeed(seeds, (seed) => {
    const random = seededRandom(seed);
    return SAMPLES.map((m) => {
      const data = Float64Array.from({ length: m * K * D }, () => random.normal());
      const X = { data, rows: m, columns: K * D };
      const y = predict({ w: wStar, X, patches: K });
      return networkLoss({ X, y, patches: K }).value(w) - limit;
    });
  });
}

export interface Slope {
  /** Root mean square over seeds, per m. */
  readonly rms: readonly number[];
  readonly slope: number;
  /** Half of the 95% interval. */
  readonly half: number;
}

/** Student's t for 95% with 7 degrees of freedom: 9 points, two coefficients. */
const STUDENT = 2.364624;

/** The slope of log(rms) against log(m) by least squares. */
export function slopeOf(deviationsBySeed: readonly (readonly number[])[]): Slope {
  const n = SAMPLES.length;
  const rms = SAMPLES.map((_, j) => {
    const squares = deviationsBySeed.reduce((sum, row) => sum + row[j] ** 2, 0);
    return Math.sqrt(squares / deviationsBySeed.length);
  });
  const x = SAMPLES.map((m) => Math.log2(m));
  const y = rms.map((r) => Math.log2(r));
  const centre = (values: readonly number[]) => values.reduce((s, v) => s + v, 0) / n;
  const [mx, my] = [centre(x), centre(y)];
  const spread = x.reduce((s, v) => s + (v - mx) ** 2, 0);
  const slope = x.reduce((s, v, j) => s + (v - mx) * (y[j] - my), 0) / spread;
  const left = y.reduce((s, v, j) => s + (v - my - slope * (x[j] - mx)) ** 2, 0);
  return { rms, slope, half: STUDENT * Math.sqrt(left / (n - 2) / spread) };
}
