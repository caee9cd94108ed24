import { norm } from "@proxkit/core";
import type { Penalty } from "@proxkit/penalty";
import { arrive } from "./loops/arrive.ts";
import { depart } from "./loops/depart.ts";
import type { PlanarPasses, PlanarPassesOptions } from "./planar-passes.ts";

/** The passes in JavaScript, for any penalty: they come after its prox. */
export function scriptPasses(
  { planar, beta, normalize }: PlanarPassesOptions,
  penalty: Penalty,
  t: number,
): PlanarPasses {
  const wStar = Float64Array.from(planar.wStar);
  const shrink = normalize ? 1 / norm(wStar) : 1;
  const centre = wStar.map((x) => x * shrink);
  const hat = new Float64Array(wStar.length);
  const sums = new Float64Array(3);
  return {
    depart({ w, u, gradient, nextStepSize: eta }) {
      penalty.prox(w, t, u);
      depart(w, u, gradient, eta, beta, centre, hat, sums);
      sums[2] = penalty.value(u);
      return sums;
    },
    arrive({ w, u, gradient }, scale, along, toStar) {
      arrive(w, u, gradient, hat, scale, along, toStar, wStar, sums);
      return sums;
    },
  };
}
