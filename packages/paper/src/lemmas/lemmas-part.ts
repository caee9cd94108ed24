import { type Seeds, seedRanges } from "../figures/seeds.ts";
import { text } from "../figures/words.ts";
import type { Part } from "../part.ts";
import type { Section, SectionCheck } from "../section.ts";
import { c1Bounds, lemma541, shrinkingNorm } from "./algorithm2-step.ts";
import { convergenceBlocks } from "./convergence.ts";
import { criticalPoints } from "./critical-points.ts";
import { descent, descentAsPrinted } from "./descent.ts";
import { equation7, equation8, lemma301 } from "./gaussian-means.ts";
import { gradientFormula } from "./gradient.ts";
import { proofClaims } from "./proof-claims.ts";
import { deviations } from "./sample-loss.ts";
import { lipschitz, taylorBound } from "./smoothness.ts";
import { lemma521, lemma522, printedCosine } from "./thresholds.ts";

const PATCHES = [1, 2, 3, 5];

/** What is checked, in the report's order. */
const GROUPS: Readonly<Record<Group, { caption: string; run(seeds: number): SectionCheck[] }>> = {
  means: {
    caption: "The loss: Lemma 3.0.1 and eqs. (7), (8) against Monte Carlo",
    run: (seeds) => [
      ...lemma301(seeds),
      ...equation7(),
      ...PATCHES.map((k) => equation8(k, seeds)),
    ],
  },
  landscape: {
    caption: "The landscape: Lemma 5.1.1, and Lemma 5.4.2 against differences",
    run: (seeds) => [
      ...PATCHES.flatMap(criticalPoints),
      ...PATCHES.map((k) => gradientFormula(k, seeds)),
    ],
  },
  smoothness: {
    caption: "Smoothness: Lemmas 5.1.2 and 5.1.3",
    run: (seeds) => [...PATCHES.map((k) => lipschitz(k, seeds)), ...taylorBound()],
  },
  descent: {
    caption: "Descent of L_β: Lemmas 5.1.4 and 5.1.5",
    run: (seeds) => [
      ...descent("l1", seeds),
      ...descent("tl1(1)", seeds),
      ...descent("l0", seeds),
      ...descentAsPrinted(),
    ],
  },
  proof: {
    caption: "Statements inside the proof of Theorem 1",
    run: proofClaims,
  },
  thresholds: {
    caption: "Thresholding: Lemmas 5.2.1 and 5.2.2",
    run: (seeds) => [lemma521(seeds), printedCosine(), ...lemma522()],
  },
  algorithm2: {
    caption: "Algorithm 2: Lemma 5.4.1 and the proof of Theorem 2",
    run: (seeds) => [...PATCHES.flatMap((k) => lemma541(k, seeds)), shrinkingNorm(), ...c1Bounds()],
  },
};

type Group =
  | "means"
  | "landscape"
  | "smoothness"
  | "descent"
  | "proof"
  | "thresholds"
  | "algorithm2";
type Task =
  | { readonly group: Group; readonly seeds: number }
  | { readonly group: "sample"; readonly range: Seeds };
type Result =
  | { readonly checks: readonly SectionCheck[] }
  | { readonly deviations: readonly (readonly number[])[] };

function run(task: Task): Result {
  if (task.group === "sample") return { deviations: deviations(task.range) };
  return { checks: GROUPS[task.group].run(task.seeds) };
}

/** The lemmas, held to numbers. */
export const lemmasPart: Part<Task, Result> = {
  name: "lemmas",
  title: "The lemmas, checked",
  tasks: ({ seeds }) => [
    ...(Object.keys(GROUPS) as Group[]).map((group) => ({ group, seeds })),
    ...seedRanges(seeds, 25).map((range) => ({ group: "sample" as const, range })),
  ],
  run,
  section(results): Section {
    const groups = Object.values(GROUPS).map(({ caption }, i) => {
      const result = results[i];
      return { caption, checks: "checks" in result ? result.checks : [] };
    });
    const sampled = results.flatMap((result) => ("deviations" in result ? result.deviations : []));
    const all = groups.flatMap(({ checks }) => checks);
    const failed = all.filter(({ verdict }) => verdict === "fails");
    const names = failed.map(({ name }) => name);
    return {
      name: "lemmas",
      title: lemmasPart.title,
      blocks: [
        text(
          `${all.length - failed.length} of ${all.length} checks hold. Those that fail: ${names.join("; ")}.`,
          `Where numbers are drawn the seeds are fixed. A Monte Carlo check allows four standard errors; the 95% interval is in its words.`,
        ),
        ...groups.map(({ caption, checks }) => ({ kind: "checks" as const, caption, checks })),
        ...convergenceBlocks(sampled),
      ],
    };
  },
};
