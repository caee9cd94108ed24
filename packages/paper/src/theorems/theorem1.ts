import type { Check, StepSize } from "@proxkit/solvers";
import { PAPERS_PENALTIES, type PenaltyKey, penaltyLabel } from "../figures/penalties.ts";
import { uniformProblem } from "../figures/problem.ts";
import { eachSeed, type Seeds, seedRanges } from "../figures/seeds.ts";
import { outOf, text } from "../figures/words.ts";
import type { Part } from "../part.ts";
import type { Section, TableBlock } from "../section.ts";
import { certifiedRun } from "./certified-run.ts";
import { instance, WHERE, WHERE_NAMES, type Where } from "./instances.ts";
import { held, merged, type Tally, tallyOf } from "./tally.ts";

const DIMENSIONS = [10, 20, 30, 40, 50];
const STEP_SIZES: readonly StepSize[] = ["safe", 1];
const PAPERS = { patches: 2, lambda: 1e-4, beta: 4e-3 };

type Task =
  | { readonly kind: "whole" }
  | {
      readonly kind: "paper";
      readonly stepSize: StepSize;
      readonly penalty: PenaltyKey;
      readonly seeds: Seeds;
    }
  | { readonly kind: "instances"; readonly where: Where; readonly seeds: Seeds };
type Result =
  | { readonly checks: readonly Check[] }
  | { readonly tally: readonly Tally[]; readonly clean: number };

function paperRun(
  penalty: PenaltyKey,
  stepSize: StepSize,
  d: number,
  seed: number,
): readonly Check[] {
  return certifiedRun({ ...uniformProblem(d, seed), ...PAPERS, penalty, stepSize });
}

function run(task: Task): Result {
  if (task.kind === "whole") return { checks: paperRun("l1", "safe", 30, 1) };
  const runs =
    task.kind === "paper"
      ? DIMENSIONS.flatMap((d) =>
          eachSeed(task.seeds, (seed) => paperRun(task.penalty, task.stepSize, d, seed)),
        )
      : eachSeed(task.seeds, (seed) => certifiedRun(instance(task.where, seed)));
  const clean = runs.filter((checks) => checks.every(({ verdict }) => verdict !== "fails")).length;
  return { tally: tallyOf(runs), clean };
}

/** A quarter of the seeds for each of the 30 settings of the paper's runs, and all for the random instances. */
function tasks(seeds: number): Task[] {
  return [
    { kind: "whole" },
    ...STEP_SIZES.flatMap((stepSize) =>
      PAPERS_PENALTIES.flatMap((penalty) =>
        seedRanges(Math.ceil(seeds / 4), 13).map(
          (range): Task => ({ kind: "paper", stepSize, penalty, seeds: range }),
        ),
      ),
    ),
    ...WHERE.flatMap((where) =>
      seedRanges(seeds, 25).map((range): Task => ({ kind: "instances", where, seeds: range })),
    ),
  ];
}

/** Tallies of the tasks that `wanted` picks. */
function collect(
  all: readonly Task[],
  results: readonly Result[],
  wanted: (task: Task) => boolean,
): Tally[] {
  return merged(
    results.flatMap((result, i) => (wanted(all[i]) && "tally" in result ? [result.tally] : [])),
  );
}

function paperTable(
  all: readonly Task[],
  results: readonly Result[],
  stepSize: StepSize,
  runs: number,
): TableBlock {
  const tally = collect(
    all,
    results,
    (task) => task.kind === "paper" && task.stepSize === stepSize,
  );
  return {
    kind: "table",
    caption:
      `Theorem 1 on the runs of Tables 1–3 (k = 2, λ = 0.0001, β = 0.004, d = 10 … 50, three penalties, ${runs} runs), ` +
      (stepSize === "safe"
        ? "η = 1/(β + L), as the theorem asks"
        : "η = 1, which the theorem does not allow"),
    head: ["check", "claim", "holds", "fails", "not applicable", "least slack"],
    rows: tally.map((t) => [t.name, t.claim, t.holds, t.fails, t.notApplicable, t.slack]),
  };
}

function instanceTable(
  all: readonly Task[],
  results: readonly Result[],
  seeds: number,
): TableBlock {
  const columns = WHERE.map((where) =>
    collect(all, results, (task) => task.kind === "instances" && task.where === where),
  );
  const names = columns[0].map(({ name }) => name);
  const cell = (column: readonly Tally[], name: string) => {
    const tally = column.find((t) => t.name === name);
    return tally ? held(tally) : "—";
  };
  return {
    kind: "table",
    caption: `Theorem 1 on ${seeds} random instances per column, hypotheses first: in how many each check holds, of those it speaks of`,
    head: ["check", ...WHERE.map((where) => WHERE_NAMES[where])],
    rows: names.map((name) => [name, ...columns.map((column) => cell(column, name))]),
  };
}

/** Of conclusions inside the hypotheses: those that failed somewhere, with their counts. */
function failures(tally: readonly Tally[]): string[] {
  return tally
    .filter(({ part, fails }) => part !== "hypothesis" && fails > 0)
    .map((t) => `${t.name} (fails in ${outOf(t.fails, t.holds + t.fails)})`);
}

/** Theorem 1 held to runs: the paper's, and random ones inside and outside its hypotheses. */
export const theorem1: Part<Task, Result> = {
  name: "theorem1",
  title: "Theorem 1: certificates of RVSM",
  tasks: ({ seeds }) => tasks(seeds),
  run,
  section(results, { seeds }): Section {
    const all = tasks(seeds);
    const runs = Math.ceil(seeds / 4) * DIMENSIONS.length * PAPERS_PENALTIES.length;
    const [whole] = results;
    const inside = collect(
      all,
      results,
      (task) => task.kind === "instances" && task.where === "inside",
    );
    const onPapers = collect(all, results, (task) => task.kind === "paper");
    const own = onPapers.find(({ name }) => name === "Corollary 1.1: threshold");
    const failed = failures(inside);
    const failedOnPapers = failures(onPapers);
    return {
      name: "theorem1",
      title: theorem1.title,
      blocks: [
        text(
          failed.length === 0
            ? `On ${seeds} random instances inside the hypotheses every conclusion holds.`
            : `On ${seeds} random instances inside the hypotheses these conclusions fail somewhere: ${failed.join("; ")}.`,
          failedOnPapers.length === 0
            ? `On the ${2 * runs} runs with the paper's parameters every conclusion holds.`
            : `On the ${2 * runs} runs with the paper's parameters these fail somewhere: ${failedOnPapers.join("; ")}.`,
        ),
        text(
          own
            ? "Corollary 1.1 speaks of “similar conditions” for TL1 and l0. What its proof needs is the penalty's own threshold below 1/√d, so that ū is not 0. " +
                `Of the paper's own settings with these two, ${outOf(own.fails, own.fails + own.holds)} runs do not satisfy it; their conclusions hold all the same where ū is not 0.`
            : "",
        ),
        paperTable(all, results, "safe", runs),
        paperTable(all, results, 1, runs),
        {
          kind: "checks",
          caption: `One certificate whole: ${penaltyLabel("l1")}, d = 30, seed 1, η = 1/(β + L)`,
          checks: whole && "checks" in whole ? whole.checks : [],
        },
        instanceTable(all, results, seeds),
        text(
          "Instances: k from 1 to 5, d from 2 to 40, δ from 0.2 to 2.5, β up to δ sin δ/(kπ), λ/β up to 1/√d, w⁰ at an angle of at most π − δ, the penalties in turn. " +
            "Each further column breaks one hypothesis: β by up to 10 times, λ/β by up to 3 times, the start within δ of −w*, η by up to 10 times, ‖w*‖ from 0.2 to 5. " +
            "A check that a certificate calls not applicable is not counted.",
        ),
      ],
    };
  },
};
