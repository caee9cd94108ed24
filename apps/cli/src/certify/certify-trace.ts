import type { Penalty } from "@proxkit/penalty";
import { addStep, certifyRvsm, noSteps, type RvsmStep, type RvsmSteps } from "@proxkit/solvers";
import { short } from "../output/format.ts";
import { UsageError } from "../usage-error.ts";
import type { TraceRow } from "./read-trace.ts";
import type { Certified } from "./run-certify.ts";

/**
 * What a trace alone allows: that L_β falls in both halves of each step, and how far steps go. A trace does
 * not say λ, β, the penalty or w.
 */
export function certifyTrace(file: string, rows: readonly TraceRow[]): Certified {
  const steps = stepsOf(file, rows);
  const { checks } = certifyRvsm({
    penalty: NONE,
    lambda: 0,
    beta: 1,
    normalize: true,
    dimension: 1,
    steps,
  });
  return {
    run: `${rows.length} iterations of RVSM; a trace does not say λ, β and where the run ended`,
    truth: anglesOf(rows, steps),
    checks: checks.filter(({ name }) => OF_STEPS.includes(name)),
  };
}

const OF_STEPS = ["Theorem 1: displacement", "Lemma 5.1.4", "Lemma 5.1.5"];

function anglesOf(rows: readonly TraceRow[], { largestAngle }: RvsmSteps): string {
  if (largestAngle === null) return "not known to the fit";
  const last = Number(rows.at(-1)?.angle ?? Number.NaN);
  return `known to the fit: the angle of w was at most ${short(largestAngle)}, at last ${short(last)} radians`;
}

/** In the place of a penalty that is not known; no check that is kept asks it. */
const NONE: Penalty = {
  name: "unknown",
  parameters: {},
  traits: { convex: true, separable: false, weakConvexity: 0 },
  value: () => 0,
  prox: (v) => v.slice(),
};

const OF_RVSM = ["after_prox", "displacement", "step_size"];
const NEEDED = ["iteration", "objective", ...OF_RVSM];

function stepsOf(file: string, rows: readonly TraceRow[]): RvsmSteps {
  const first = rows[0];
  const known = OF_RVSM.every((name) => first[name] != null);
  if (!known)
    throw new UsageError(
      `${file}: after_prox, displacement and step_size are missing or empty; expected a trace of --solver rvsm by this version of proxkit`,
    );
  rows.forEach((row, n) => {
    const empty = NEEDED.find((name) => row[name] == null);
    if (empty !== undefined) throw new UsageError(`${file}:${n + 2}: ${empty} is empty`);
  });
  const from = Number(first.iteration) - 1;
  // L_β before the first step is not in a trace: the prox of that step is taken not to have raised it
  let before = Number(first.after_prox);
  let steps = noSteps({ from });
  for (const row of rows) {
    steps = addStep(steps, stepOf(row, before));
    before = Number(row.objective);
  }
  return steps;
}

function stepOf(row: TraceRow, before: number): RvsmStep {
  return {
    iteration: Number(row.iteration),
    before,
    afterProx: Number(row.after_prox),
    after: Number(row.objective),
    displacement: Number(row.displacement),
    stepSize: Number(row.step_size),
    angle: row.angle ?? null,
  };
}
