import type { Check } from "@proxkit/solvers";
import { eachSeed, type Seeds, seedRanges } from "../figures/seeds.ts";
import { known, largest, median, smallest } from "../figures/statistics.ts";
import { outOf, short, text } from "../figures/words.ts";
import { atMost } from "../lemmas/check.ts";
import type { Part } from "../part.ts";
import type { Cell, Section, SectionCheck } from "../section.ts";
import {
  certificate,
  D,
  NONZEROS,
  runTheorem2,
  START_NAMES,
  STARTS,
  type Start,
  type Theorem2Run,
} from "./theorem2-run.ts";

const PATCHES = [1, 2, 3, 5];
/** What counts as w*: the runs stop at a step of 1e-12. */
const REACHED = 1e-9;

/** The first task is the certificate that is shown whole. */
interface Task {
  readonly start: Start;
  readonly patches: number;
  readonly seeds: Seeds | null;
}
type Result = { readonly runs: readonly Theorem2Run[] } | { readonly checks: readonly Check[] };

function tasks(seeds: number): Task[] {
  const runs = STARTS.flatMap((start) =>
    PATCHES.flatMap((patches) =>
      seedRanges(seeds, 50).map((range) => ({ start, patches, seeds: range })),
    ),
  );
  return [{ start: "sparse", patches: 2, seeds: null }, ...runs];
}

function row(start: Start, patches: number, runs: readonly Theorem2Run[]): Cell[] {
  const applications = runs.map((run) => run.applications);
  return [
    START_NAMES[start],
    patches,
    outOf(runs.filter(({ error }) => error <= REACHED).length, runs.length),
    largest(runs.map(({ error }) => error)),
    median(runs.map(({ iterations }) => iterations)),
    `${smallest(applications)}–${largest(applications)}`,
    median(known(runs.map(({ found }) => found))),
    runs.reduce((sum, run) => sum + run.wrongIn, 0),
    runs.reduce((sum, run) => sum + run.rightOut, 0),
  ];
}

/** Theorem 2 held to runs of Algorithm 2, from starts that it allows and others. */
export const theorem2: Part<Task, Result> = {
  name: "theorem2",
  title: "Theorem 2: adaptive hard thresholding",
  tasks: ({ seeds }) => tasks(seeds),
  run: ({ start, patches, seeds }) =>
    seeds
      ? { runs: eachSeed(seeds, (seed) => runTheorem2(start, patches, seed)) }
      : { checks: certificate(start, patches, 1) },
  section(results, { seeds }): Section {
    const all = tasks(seeds);
    const runsOf = (start: Start, patches?: number) =>
      results.flatMap((result, i) => {
        const mine = all[i].start === start && patches === (patches && all[i].patches);
        return mine && "runs" in result ? result.runs : [];
      });
    const inside = (["sparse", "more", "small", "large"] as const).flatMap((start) =>
      runsOf(start),
    );
    const reached = inside.filter(({ error }) => error <= REACHED).length;
    const [whole] = results;
    const remark = runsOf("disjoint");
    const wrongIn = inside.reduce((sum, run) => sum + run.wrongIn, 0);
    const rightOut = inside.reduce((sum, run) => sum + run.rightOut, 0);
    return {
      name: "theorem2",
      title: theorem2.title,
      blocks: [
        {
          kind: "checks",
          caption: "Theorem 2, its remark, and two statements of its proof",
          checks: [
            count(
              "Theorem 2",
              "from a start with w⁰|Γ* ≠ 0 and θ(w⁰|Γ*, w*) ≠ π the limit is w*",
              reached,
              inside.length,
            ),
            count(
              "remark after Theorem 2",
              "from w⁰|Γ* = 0 some step applies H_s, and the limit is w*",
              remark.filter(({ error, applications }) => error <= REACHED && applications > 0)
                .length,
              remark.length,
            ),
            none(
              "proof of Theorem 2, what enters",
              "only indices of Γ* enter the support",
              wrongIn,
            ),
            none("proof of Theorem 2, what leaves", "no index of Γ* leaves the support", rightOut),
          ],
        },
        {
          kind: "checks",
          caption: `One certificate whole: k = 2, ${START_NAMES.sparse}, seed 1`,
          checks: whole && "checks" in whole ? whole.checks : [],
        },
        {
          kind: "table",
          caption: `Algorithm 2 for d = ${D}, |Γ*| = ${NONZEROS}, ‖w*‖ = 1, η = 0.5, s = ${NONZEROS} where not said: ${seeds} runs per row`,
          head: [
            "start",
            "k",
            `reached w* to ${short(REACHED)}`,
            "largest error",
            "steps (median)",
            "H_s applied",
            "Γ* found at step (median)",
            "wrong indices in",
            "right indices out",
          ],
          rows: STARTS.flatMap((start) =>
            PATCHES.map((patches) => row(start, patches, runsOf(start, patches))),
          ),
        },
        text(
          "The last two columns count, over all runs, the indices outside Γ* that enter the support and the indices of Γ* that leave it. The proof says that neither " +
            "happens. An entry on Γ* that is small, or of the wrong sign and on its way through 0, is overtaken by another of Γ* and leaves; it does no harm, as it comes back.",
          "w⁰ = −w* is the start that the theorem excludes. There the support is right from the first step and the angle stays at π: w moves along " +
            "the line to the saddle of Lemma 5.1.1, or for k = 1 to 0.",
        ),
      ],
    };
  },
};

function count(name: string, claim: string, holds: number, all: number): SectionCheck {
  const words = `it does in ${outOf(holds, all)} runs`;
  return atMost({ name, claim, left: all, right: holds, words });
}

function none(name: string, claim: string, seen: number): SectionCheck {
  const words = `seen ${seen} times in runs from the theorem's own starts`;
  return atMost({ name, claim, left: seen, right: 0, words });
}
