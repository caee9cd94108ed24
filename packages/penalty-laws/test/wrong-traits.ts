import { l0 } from "@proxkit/penalties-l0";
import { l1 } from "@proxkit/penalties-l1";
import tl1Plugin, { tl1 } from "@proxkit/penalties-tl1";
import { definePenalty, numberOptions, type Penalty, type PenaltyTraits } from "@proxkit/penalty";
import { mcp } from "./right-penalties.ts";
import { euclidean } from "./right-vector-penalties.ts";
import type { Wrong } from "./wrong-penalties.ts";

const right = l1();

function declared(penalty: Penalty, traits: Partial<PenaltyTraits>): Penalty {
  return { ...penalty, traits: { ...penalty.traits, ...traits } };
}

const rebuild = "name and parameters rebuild the penalty";

/** TL1 that tells its parameter in a way of its own. */
function tl1Telling(parameters: (a: number) => Penalty["parameters"]) {
  return definePenalty({
    name: "tl1",
    options: numberOptions({ a: { default: 1, above: 0 } }),
    create: ({ a }) => ({ ...tl1({ a }), parameters: parameters(a) }),
  });
}

const forgetful = tl1Telling(() => ({}));
const renaming = tl1Telling((a) => ({ alpha: a }));
const halving = tl1Telling((a) => ({ a: a / 2 }));

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
  {
    mistake: "an option that is left out of the parameters",
    law: rebuild,
    penalty: forgetful.create({ a: 2 }),
    options: { plugin: forgetful },
  },
  {
    mistake: "an option left out of the parameters, which has its default as yet",
    law: rebuild,
    penalty: forgetful.create({ a: 1 }),
    options: { plugin: forgetful },
  },
  {
    mistake: "a parameter that has another name than its option",
    law: rebuild,
    penalty: renaming.create({ a: 1 }),
    options: { plugin: renaming },
  },
  {
    mistake: "a parameter in other units than its option",
    law: rebuild,
    penalty: halving.create({ a: 1 }),
    options: { plugin: halving },
  },
  {
    mistake: "a name that depends on an option",
    law: rebuild,
    penalty: { ...tl1({ a: 1 }), name: "tl1-of-a-friend" },
    options: { plugin: tl1Plugin },
  },
];
