import { l0 } from "@proxkit/penalties-l0";
import { l1 } from "@proxkit/penalties-l1";
import { tl1 } from "@proxkit/penalties-tl1";
import {
  type Penalty,
  type SeparableDefinition,
  separablePenalty,
  weighted,
} from "@proxkit/penalty";
import type { LawOptions } from "@proxkit/penalty-laws";
import { mcp, scad, soft } from "./right-penalties.ts";

/** A plausible mistake, and the law that is meant to catch it. */
export interface Wrong {
  readonly mistake: string;
  readonly law: string;
  readonly penalty: Penalty;
  readonly options?: LawOptions;
}

const { abs, sign, sqrt, max, acos, cos } = Math;

/** l1, but for some of its scalar functions and traits. */
function likeL1(changes: Partial<SeparableDefinition>): Penalty {
  const { scalar, traits } = l1();
  return separablePenalty({ name: "wrong", ...traits, ...scalar, ...changes });
}

/** Another penalty, but for some of its scalar functions and traits. */
function like(right: { scalar: object; traits: object }, changes: Partial<SeparableDefinition>) {
  return likeL1({ ...right.traits, ...right.scalar, ...changes });
}

/** TL1's minimiser as Lemma 5.2.1 prints it. */
function printedTL1(v: number, t: number, a: number): number {
  const x = abs(v);
  const phi = acos(1 - (27 * t * a * (a + 1)) / (2 * (a + x) ** 3));
  return sign(v) * ((2 / 3) * (a + x) * cos(phi / 3) - (2 * a) / 3 + x / 3);
}

const minimiser = "prox is a global minimiser";
const agree = "value and prox agree";
const leaves = "prox leaves 0 at the threshold";

/** Mistakes in the formulas. */
export const wrongFormulas: readonly Wrong[] = [
  {
    mistake: "l0 that thresholds at t instead of √(2t)",
    law: minimiser,
    penalty: like(l0(), { prox: (v, t) => (abs(v) <= t && t > 0 ? 0 : v), threshold: (t) => t }),
  },
  {
    mistake: "MCP whose formula for small steps is used for large ones",
    law: minimiser,
    penalty: like(mcp(3), {
      prox: (v, t) => (abs(v) <= t ? 0 * t : abs(v) > 3 ? v : soft(v, t) / (1 - t / 3)),
      threshold: (t) => t,
    }),
  },
  {
    mistake: "SCAD whose three pieces are used beyond t = a − 1",
    law: minimiser,
    penalty: like(scad(3.7), {
      prox(v, t) {
        if (abs(v) <= 1 + t) return soft(v, t);
        return abs(v) > 3.7 ? v : (2.7 * v - sign(v) * 3.7 * t) / (2.7 - t);
      },
      threshold: (t) => t,
    }),
  },
  {
    mistake: "TL1 with the sub-critical branch at super-critical t",
    law: minimiser,
    penalty: like(tl1({ a: 1 }), {
      prox: (v, t) => (abs(v) <= 2 * t ? 0 : printedTL1(v, t, 1)),
      threshold: (t) => 2 * t,
    }),
  },
  {
    mistake: "float32 arithmetic",
    law: minimiser,
    penalty: likeL1({ prox: (v, t) => Math.fround(soft(v, t)) }),
  },
  {
    mistake: "TL1 as printed, whose acos gives NaN at the critical point",
    law: "prox of numbers is numbers, where the value is finite",
    penalty: like(tl1({ a: 1 }), {
      prox: (v, t) => (abs(v) <= tl1().scalar.threshold(t) ? 0 : printedTL1(v, t, 1)),
    }),
  },
  {
    mistake: "a factor missing in the prox, of the other convention for the ½",
    law: agree,
    penalty: likeL1({ prox: (v, t) => soft(v, t / 2), threshold: (t) => t / 2 }),
  },
  {
    mistake: "a value that ignores a parameter",
    law: agree,
    penalty: likeL1({
      parameters: { c: 3 },
      prox: (v, t) => soft(v, 3 * t),
      threshold: (t) => 3 * t,
    }),
  },
  {
    mistake: "weights that are squared in the prox",
    law: agree,
    penalty: { ...weighted(l1(), [1, 2, 3]), prox: weighted(l1(), [1, 4, 9]).prox },
  },
  {
    mistake: "weights that belong to the neighbour",
    law: minimiser,
    penalty: { ...weighted(l1(), [1, 2, 3]), prox: weighted(l1(), [2, 3, 1]).prox },
  },
  {
    mistake: "soft thresholding with a wrong sign at 0",
    law: "prox shrinks",
    penalty: likeL1({ prox: (v, t) => v - (v >= 0 ? t : -t) }),
  },
  {
    mistake: "soft thresholding that makes -0",
    law: "zeros and subnormals are defined, and zeros made are +0",
    penalty: likeL1({ prox: (v, t) => sign(v) * max(abs(v) - t, 0) }),
  },
  {
    mistake: "a threshold of another penalty",
    law: leaves,
    penalty: like(l0(), { threshold: (t) => t }),
  },
  {
    mistake: "a tie that is kept, where the contract says 0",
    law: leaves,
    penalty: like(l0(), { prox: (v, t) => (abs(v) < l0().scalar.threshold(t) ? 0 : v) }),
  },
  {
    mistake: "pieces that do not fit together",
    law: "prox is monotone",
    penalty: likeL1({ prox: (v, t) => (abs(v) < 2 + t ? soft(v, t) : 0.5 * soft(v, t)) }),
  },
  {
    mistake: "no branch for negative numbers",
    law: "prox is odd",
    penalty: likeL1({ prox: (v, t) => (v <= t ? 0 : v - t) }),
  },
  {
    mistake: "a value without its absolute value",
    law: "value is at least 0",
    penalty: likeL1({ value: (x) => x }),
  },
  {
    mistake: "a step that is turned upside down where it is large",
    law: "larger steps leave less of the penalty",
    penalty: likeL1({ prox: (v, t) => soft(v, t > 1 ? 1 / t : t) }),
  },
  {
    mistake: "a threshold ten times too high",
    law: "envelope is at most the value",
    penalty: like(l0(), { prox: (v, t) => (abs(v) <= 10 * sqrt(2 * t) ? 0 : v) }),
  },
  {
    mistake: "large steps that are left out",
    law: "envelope falls as t grows",
    penalty: likeL1({ prox: (v, t) => (t > 100 ? v : soft(v, t)) }),
  },
  {
    mistake: "a table of proxes that is looked up without interpolation",
    law: "envelope has the gradient (v − prox)/t",
    penalty: likeL1({ prox: (v, t) => soft(Math.round(v * 64) / 64, t) }),
  },
  {
    mistake: "over-relaxation",
    law: "prox is firmly non-expansive",
    penalty: likeL1({ prox: (v, t) => 1.5 * soft(v, t) }),
  },
  {
    mistake: "value and prox that agree, but belong to twice the penalty",
    law: "Moreau's identity holds",
    penalty: likeL1({
      value: (x) => 2 * abs(x),
      prox: (v, t) => soft(v, 2 * t),
      threshold: (t) => 2 * t,
    }),
    options: { conjugate: { value: (s) => (s.some((si) => abs(si) > 1) ? 1 / 0 : 0) } },
  },
  {
    mistake: "l1 that states the conjugate of another penalty",
    law: "Moreau's identity holds",
    penalty: likeL1({ conjugate: { value: (s) => (s * s) / 2, steepest: Infinity } }),
  },
];
