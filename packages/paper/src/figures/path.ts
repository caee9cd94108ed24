import { angle } from "@proxkit/core";
import type { Part } from "../part.ts";
import type { FigureBlock, FigureCurve, FigurePanel, Section } from "../section.ts";
import { PAPERS_PENALTIES, type PenaltyKey, penaltyLabel } from "./penalties.ts";
import { type Problem, sparseProblem, uniformProblem } from "./problem.ts";
import { runRvsm } from "./run-rvsm.ts";
import { eachSeed, type Seeds, seedRanges } from "./seeds.ts";
import { logSpaced } from "./spaced.ts";
import { finite, known, largest, median, smallest } from "./statistics.ts";
import { text } from "./words.ts";

const D = 30;
const NONZEROS = 6;
const BETA = 4e-3;
const LAMBDAS: readonly number[] = logSpaced(1e-6, 4e-3, 16);

type Truth = "uniform" | "sparse";
interface Task {
  readonly truth: Truth;
  readonly penalty: PenaltyKey;
  readonly seeds: Seeds;
}

type Quantity = "angleU" | "angleW" | "nonzeros";
/** Per λ, per seed; an angle of u = 0 is null. */
type Paths = Readonly<Record<Quantity, readonly (readonly (number | null)[])[]>>;

function problemOf(truth: Truth, seed: number): Problem {
  return truth === "uniform" ? uniformProblem(D, seed) : sparseProblem(D, NONZEROS, seed);
}

function pathsOf({ truth, penalty, seeds }: Task): Paths {
  const runs = LAMBDAS.map((lambda) =>
    eachSeed(seeds, (seed) => {
      const problem = problemOf(truth, seed);
      const { w, solution, supportSize } = runRvsm(problem, { penalty, lambda, beta: BETA });
      return {
        angleU: finite(angle(solution, problem.wStar)),
        angleW: angle(w, problem.wStar),
        nonzeros: supportSize,
      };
    }),
  );
  const all = (quantity: Quantity) => runs.map((row) => row.map((run) => run[quantity]));
  return { angleU: all("angleU"), angleW: all("angleW"), nonzeros: all("nonzeros") };
}

function tasks(seeds: number): Task[] {
  const truths: readonly Truth[] = ["uniform", "sparse"];
  return truths.flatMap((truth) =>
    PAPERS_PENALTIES.flatMap((penalty) =>
      seedRanges(seeds, 25).map((range) => ({ truth, penalty, seeds: range })),
    ),
  );
}

function curve(key: PenaltyKey, rows: readonly (readonly number[])[]): FigureCurve {
  const of = (f: (values: readonly number[]) => number | null) => rows.map(f);
  return {
    label: penaltyLabel(key),
    x: LAMBDAS,
    y: of(median),
    low: of(smallest),
    high: of(largest),
  };
}

/** Median and range over seeds; of the angles, where some run still has one. */
function panel(
  quantity: Quantity,
  title: string,
  label: string,
  of: (key: PenaltyKey) => readonly Paths[],
): FigurePanel {
  return {
    title,
    x: { label: "λ", scale: "log" },
    y: { label: quantity === "nonzeros" ? label : `${label} (radians)` },
    curves: PAPERS_PENALTIES.map((key) =>
      curve(
        key,
        LAMBDAS.map((_, at) => known(of(key).flatMap((paths) => paths[quantity][at]))),
      ),
    ),
  };
}

function figure(
  truth: Truth,
  title: string,
  seeds: number,
  results: readonly Paths[],
): FigureBlock {
  const all = tasks(seeds);
  const of = (key: PenaltyKey) =>
    results.filter((_, i) => all[i].truth === truth && all[i].penalty === key);
  return {
    kind: "figure",
    figure: {
      name: truth === "uniform" ? "path" : "path-sparse",
      title,
      caption:
        `RVSM for k = 2, β = ${BETA}, d = ${D}, η = 1, ${LAMBDAS.length} values of λ from 1e-6 to 4e-3: ` +
        `median and range over ${seeds} seeds. The curve of θ(ū, w*) ends where ū = 0 in every run.`,
      panels: [
        panel("nonzeros", "support", "nonzeros of ū", of),
        panel("angleU", "the sparse copy ū", "θ(ū, w*)", of),
        panel("angleW", "the iterate w̄", "θ(w̄, w*)", of),
      ],
    },
  };
}

/** How angle and support go with λ. */
export const path: Part<Task, Paths> = {
  name: "path",
  title: "Beyond the figures: the path over λ",
  tasks: ({ seeds }) => tasks(seeds),
  run: pathsOf,
  section(results, { seeds }): Section {
    return {
      name: "path",
      title: path.title,
      blocks: [
        figure("uniform", "The path for w* uniform on the sphere, as in the paper", seeds, results),
        figure("sparse", `The path for w* with ${NONZEROS} nonzeros of ${D}`, seeds, results),
        text(
          "With w* uniform, entries are lost one after the other, smallest first, and the angle of ū grows with each; l0 loses them at a smaller λ, as " +
            "its threshold is √(2λ/β). The angle of w̄ stays a hundred times smaller. It falls back to 0 where ū = 0: β(w − u) is then parallel to w, and w̄ = w*.",
          `With ${NONZEROS} nonzeros in w*, ū has exactly their support from the smallest λ on, because the population loss has no noise that a threshold would ` +
            "have to cut off. l0 then leaves ū at w* until its threshold reaches w*'s smallest entry; l1 and TL1 shrink what they keep, " +
            "so their angle grows all along.",
        ),
      ],
    };
  },
};
