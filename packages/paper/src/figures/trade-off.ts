import { angle } from "@proxkit/core";
import type { Part } from "../part.ts";
import type { FigureCurve, FigurePanel, Section, TableBlock } from "../section.ts";
import { type PenaltyKey, penaltyLabel, stepOfThreshold } from "./penalties.ts";
import { type Problem, sparseProblem, uniformProblem } from "./problem.ts";
import { runRvsm } from "./run-rvsm.ts";
import { eachSeed, type Seeds, seedRanges } from "./seeds.ts";
import { spaced } from "./spaced.ts";
import { finite, known, median } from "./statistics.ts";
import { text } from "./words.ts";

const D = 30;
const NONZEROS = 6;
const BETA = 4e-3;
/** The thresholds that λ/β gives each penalty: the same for all, so that their curves cover the same ground. */
const THRESHOLDS: readonly number[] = spaced(0.03, 0.3, 10);
const SHOWN: readonly PenaltyKey[] = ["l1", "tl1(1)", "tl1(0.1)", "lhalf", "l0"];

type Truth = "uniform" | "sparse";
interface Task {
  readonly truth: Truth;
  readonly penalty: PenaltyKey;
  readonly seeds: Seeds;
}

/** Per threshold, per seed: the zeros of u and θ(u, w*), null where u = 0. */
interface TradeOff {
  readonly zeros: readonly (readonly number[])[];
  readonly angles: readonly (readonly (number | null)[])[];
}

function problemOf(truth: Truth, seed: number): Problem {
  return truth === "uniform" ? uniformProblem(D, seed) : sparseProblem(D, NONZEROS, seed);
}

function tradeOffOf({ truth, penalty, seeds }: Task): TradeOff {
  const results = THRESHOLDS.map((threshold) => {
    const lambda = BETA * stepOfThreshold(penalty, threshold);
    return eachSeed(seeds, (seed) => {
      const problem = problemOf(truth, seed);
      const { solution, supportSize } = runRvsm(problem, { penalty, lambda, beta: BETA });
      return { zeros: D - supportSize, angle: finite(angle(solution, problem.wStar)) };
    });
  });
  return {
    zeros: results.map((runs) => runs.map((run) => run.zeros)),
    angles: results.map((runs) => runs.map((run) => run.angle)),
  };
}

function tasks(seeds: number): Task[] {
  const truths: readonly Truth[] = ["uniform", "sparse"];
  return truths.flatMap((truth) =>
    SHOWN.flatMap((penalty) =>
      seedRanges(seeds, 25).map((range) => ({ truth, penalty, seeds: range })),
    ),
  );
}

interface Medians {
  readonly zeros: readonly (number | null)[];
  readonly angles: readonly (number | null)[];
}

/** Medians over all seeds, by truth and penalty. */
function mediansOf(results: readonly TradeOff[], seeds: number): ReadonlyMap<string, Medians> {
  const all = tasks(seeds).map((task, i) => ({
    name: `${task.truth} ${task.penalty}`,
    ...results[i],
  }));
  const medians = new Map<string, Medians>();
  for (const name of new Set(all.map((one) => one.name))) {
    const mine = all.filter((one) => one.name === name);
    const over = (rows: "zeros" | "angles") =>
      THRESHOLDS.map((_, at) => median(known(mine.flatMap((one) => one[rows][at]))));
    medians.set(name, { zeros: over("zeros"), angles: over("angles") });
  }
  return medians;
}

/** The angle against the zeros, or, where these stay what they are, against the threshold. */
function panel(
  truth: Truth,
  title: string,
  against: "zeros" | "threshold",
  medians: ReadonlyMap<string, Medians>,
): FigurePanel {
  const label = against === "zeros" ? "zeros of ū (median)" : "threshold";
  return {
    title,
    x: against === "zeros" ? { label, domain: [0, D] } : { label },
    y: { label: "θ(ū, w*) (radians, median)" },
    curves: SHOWN.map((key): FigureCurve => {
      const { zeros, angles } = medians.get(`${truth} ${key}`) as Medians;
      const x = against === "zeros" ? zeros.map((z) => z ?? 0) : THRESHOLDS;
      return { label: penaltyLabel(key), mark: "both", x, y: angles };
    }),
  };
}

function table(truth: Truth, name: string, medians: ReadonlyMap<string, Medians>): TableBlock {
  const shown = [0.06, 0.12, 0.21, 0.3].map((threshold) =>
    THRESHOLDS.findIndex((x) => Math.abs(x - threshold) < 1e-9),
  );
  return {
    kind: "table",
    caption: `Zeros of ū and θ(ū, w*) at equal thresholds, medians; ${name}`,
    head: [
      "penalty",
      ...shown.flatMap((at) => {
        const threshold = THRESHOLDS[at].toFixed(2);
        return [`zeros at ${threshold}`, `θ at ${threshold}`];
      }),
    ],
    rows: SHOWN.map((key) => {
      const { zeros, angles } = medians.get(`${truth} ${key}`) as Medians;
      return [penaltyLabel(key), ...shown.flatMap((at) => [zeros[at], angles[at]])];
    }),
  };
}

/** What sparsity costs in accuracy: section 5.3's trade-off, which the paper describes and does not draw. */
export const tradeOff: Part<Task, TradeOff> = {
  name: "trade-off",
  title: "Beyond the figures: sparsity against accuracy",
  tasks: ({ seeds }) => tasks(seeds),
  run: tradeOffOf,
  section(results, { seeds }): Section {
    const medians = mediansOf(results, seeds);
    return {
      name: "trade-off",
      title: tradeOff.title,
      blocks: [
        text(
          "Section 5.3 says that l0 pays for sparsity with accuracy, l1 the other way round, with TL1 between. At the same λ that is so, " +
            "because their thresholds differ: λ/β for l1, √(2λ/β) for l0. Here each penalty gets the λ that gives it the same threshold.",
        ),
        {
          kind: "figure",
          figure: {
            name: "trade-off",
            title: "Sparsity against accuracy",
            caption:
              `RVSM's ū for k = 2, β = ${BETA}, d = ${D}, η = 1, at ${THRESHOLDS.length} values of λ whose thresholds run from ${THRESHOLDS[0]} to ` +
              `${THRESHOLDS.at(-1)}; medians over ${seeds} seeds. Lower is more accurate. Left w* is the paper's; right ū has the zeros of w* until thresholds reach its smallest entries.`,
            panels: [
              panel("uniform", "w* uniform on the sphere", "zeros", medians),
              panel("sparse", `w* with ${NONZEROS} nonzeros of ${D}`, "threshold", medians),
            ],
          },
        },
        table("uniform", "w* uniform on the sphere", medians),
        table("sparse", `w* with ${NONZEROS} nonzeros of ${D}`, medians),
        text(
          "At equal sparsity the order turns round: l0 is the most accurate and l1 the least, since l1 also shrinks what it keeps. " +
            "Where w* has zeros, l0 finds it to rounding as long as its threshold is below w*'s smallest entry; an angle below " +
            "1e-12 is where the runs stop.",
        ),
      ],
    };
  },
};
