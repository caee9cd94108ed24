import { l0 } from "@proxkit/penalties-l0";
import { l1 } from "@proxkit/penalties-l1";
import { tl1 } from "@proxkit/penalties-tl1";
import type { Penalty, PenaltyTraits } from "@proxkit/penalty";
import { mcp } from "./right-penalties.ts";
import { euclidean } from "./right-vector-penalties.ts";
import type { Wrong } from "./wrong-penalties.ts";

const right = l1();

function declared(penalty: Penalty, traits: Partial<PenaltyTraits>): Penalty {
  return { ...penalty, traits: { ...penalty.traits, ...traits } };
}

/** Mistakes in what a penalty says of itself. */
export const wrongTraits: readonly Wrong[] = [
  {
    mistake: "TL1 declared convex",
    law: "value is convex",
    penalty: declared(tl1(), { convex: true, weakConvexity: 0 }),
  },
  {
    mistake: "a weakConvexity that is too small",
    law: "value is as weakly convex as declared",
    penalty: declared(mcp(3), { weakConvexity: 0.9 / 3 }),
  },
  {
    mistake: "a jump where t·ρ < 1, because ρ is too small",
    law: "prox is as continuous as weakConvexity says",
    penalty: declared(l0(), { weakConvexity: 2 }),
  },
  {
    mistake: "a weakConvexity of Infinity, to be on the safe side",
    law: "prox jumps beyond the declared weakConvexity",
    penalty: declared(mcp(3), { weakConvexity: Number.POSITIVE_INFINITY }),
  },
  {
    mistake: "l1 declared not convex",
    law: "prox jumps beyond the declared weakConvexity",
    penalty: declared(right, { convex: false, weakConvexity: 1 }),
  },
  {
    mistake: "convex, and yet with a weakConvexity",
    law: "traits do not contradict each other",
    penalty: declared(right, { weakConvexity: 1 }),
  },
  {
    mistake: "a norm of the whole vector declared separable",
    law: "separable means coordinate by coordinate",
    penalty: declared(euclidean, { separable: true }),
  },
  {
    mistake: "Infinity among the parameters",
    law: "parameters survive JSON",
    penalty: { ...right, parameters: { upper: Number.POSITIVE_INFINITY } } as Penalty,
  },
];
