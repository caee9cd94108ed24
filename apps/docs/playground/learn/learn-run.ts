import {
  angle,
  plantedNetwork,
  populationLoss,
  randomUnitVector,
  seededRandom,
} from "@proxkit/core";
import {
  type Check,
  certifyAdaptiveIht,
  certifyRvsm,
  iterate,
  type Outcome,
  type Solver,
  type SolverState,
  watchAdaptiveIht,
  watchRvsm,
} from "@proxkit/solvers";
import { makePenalty } from "../penalties/make-penalty.ts";
import type { LearnSettings } from "../state/panes.ts";
import { thinned } from "./thinned.ts";

/** Where a run stands: plain data. */
export interface LearnFrame {
  readonly iteration: number;
  readonly outcome: Outcome | "running";
  readonly wStar: Float64Array;
  readonly w: Float64Array;
  /** The sparse one. */
  readonly u: Float64Array;
  /** η of the last step. */
  readonly stepSize: number;
  readonly trace: LearnTrace;
  readonly checks: readonly Check[];
}

/** What was seen on the way: no more than {@link MOST_POINTS} points. */
export interface LearnTrace {
  readonly iteration: Float64Array;
  /** L_β(u, w) for RVSM, f(w) for adaptive IHT. */
  readonly objective: Float64Array;
  /** θ(w, w*) in radians. */
  readonly angle: Float64Array;
}

export interface LearnRun {
  frame(): LearnFrame;
  /** Takes steps until so many have been taken in all, the run has ended, or the milliseconds are used up. */
  advanceTo(iteration: number, milliseconds?: number): LearnFrame;
}

const MOST_POINTS = 1000;
const MOST_ITERATIONS = 100_000;
const TOLERANCE = 1e-10;

/** Adds to the network's seed for w⁰, so that both come from one number. */
const START = 10_000;

/**
 * Begins to learn a planted network from its population loss.
 *
 * @throws ArgumentError if the settings make no sense to core or solvers
 */
export function startLearning(settings: LearnSettings): LearnRun {
  const { d, k, seed } = settings;
  const support = Math.min(settings.support, d);
  const { wStar } = plantedNetwork({ d, patches: k, samples: 1, support, seed });
  const start = randomUnitVector(d, seededRandom(seed + START));
  const loss = populationLoss({ wStar, patches: k });
  const task = { loss, wStar, k, settings };
  const method = settings.method === "rvsm" ? rvsmOn(task) : adaptiveIhtOn(task);

  let state = undefined as unknown as LearnState; // init sets it
  const solver: Solver<LearnState> = {
    ...method.solver,
    init: (w0) => (state = method.solver.init(w0)),
    step: (from) => (state = method.solver.step(from)),
    release: undefined, // a frame may be asked for after the end
  };
  const steps = iterate(solver, start, { maxIterations: MOST_ITERATIONS, tolerance: TOLERANCE });
  const trace = thinned(MOST_POINTS);
  let outcome: Outcome | "running" = "running";
  state = solver.init(start);
  trace.add(0, state.objective, angle(state.w, wStar));

  function advanceTo(iteration: number, milliseconds = Number.POSITIVE_INFINITY): LearnFrame {
    const until = Date.now() + milliseconds;
    while (outcome === "running" && state.iteration < iteration && Date.now() < until) {
      const { done, value } = steps.next();
      if (done) outcome = value.outcome;
      else trace.add(state.iteration, value.objective, angle(state.w, wStar));
    }
    return frame();
  }

  function frame(): LearnFrame {
    const [iteration, objective, angles] = trace.columns();
    return {
      iteration: state.iteration,
      outcome,
      wStar,
      w: state.w.slice(),
      u: state.u.slice(),
      stepSize: state.stepSize,
      trace: { iteration, objective, angle: angles },
      checks: method.checks(state, outcome),
    };
  }

  return { frame, advanceTo };
}

interface LearnState extends SolverState {
  u: Float64Array;
  gradient: Float64Array;
}

interface Task {
  readonly loss: ReturnType<typeof populationLoss>;
  readonly wStar: Float64Array;
  readonly k: number;
  readonly settings: LearnSettings;
}

/** A method, watched. */
interface Watched {
  readonly solver: Solver<LearnState>;
  checks(state: LearnState, outcome: Outcome | "running"): readonly Check[];
}

function rvsmOn({ loss, wStar, k, settings }: Task): Watched {
  const { lambda, beta } = settings;
  const options = { penalty: makePenalty(settings.penalty), lambda, beta, wStar };
  const watch = watchRvsm({ loss, ...options, stepSize: stepSizeOf(settings) });
  return {
    solver: watch.solver as Solver<LearnState>,
    checks: (state, outcome) =>
      certifyRvsm({
        ...options,
        normalize: true,
        dimension: loss.dimension,
        patches: k,
        lossKind: "population",
        smoothness: loss.smoothness,
        steps: watch.steps(),
        limit: { w: state.w, u: state.u, gradient: state.gradient, ...endOf(state, outcome) },
      }).checks,
  };
}

function adaptiveIhtOn({ loss, wStar, k, settings }: Task): Watched {
  const sparsity = Math.min(settings.sparsity, loss.dimension);
  const watch = watchAdaptiveIht({ loss, wStar, sparsity, stepSize: stepSizeOf(settings) });
  return {
    solver: watch.solver as Solver<LearnState>,
    checks: (state, outcome) =>
      certifyAdaptiveIht({
        sparsity,
        patches: k,
        lossKind: "population",
        wStar,
        steps: watch.steps(),
        limit: { w: state.w, ...endOf(state, outcome) },
      }).checks,
  };
}

function stepSizeOf({ eta }: LearnSettings): number | "safe" {
  return eta === 0 ? "safe" : eta;
}

/** A run that goes on has not reached its limit: what is said of one then waits. */
function endOf(state: LearnState, outcome: Outcome | "running") {
  const residual = state.residual * state.scale;
  return {
    outcome: outcome === "running" ? ("aborted" as const) : outcome,
    ...(Number.isFinite(residual) && { residual }),
  };
}
