import type { Race, Trace } from "./race.ts";

const REPEATS = 3;
const MOST = 20_000; // steps
/** Residuals are relative: below this a run is at its end. */
const REST = 1e-13;
/** From one step at which the objective is computed to the next. */
const STRIDE = 1.1;

/** Runs one method of a race thrice; of each stretch between two objectives the shortest time counts. */
export function trace(race: Race, method: string): Trace {
  const make = race.loss();
  const first = once(race, method, make, { seconds: race.seconds, steps: MOST });
  const steps = first.iterations.at(-1) ?? 0;
  const stretches = first.stretches.slice();
  for (let k = 1; k < REPEATS; k++) {
    const again = once(race, method, make, { seconds: Number.POSITIVE_INFINITY, steps });
    again.stretches.forEach((time, i) => {
      stretches[i] = Math.min(stretches[i], time);
    });
  }
  let elapsed = 0;
  return {
    method,
    iterations: first.iterations,
    seconds: stretches.map((time) => {
      elapsed += time;
      return elapsed;
    }),
    objectives: first.objectives,
  };
}

interface Limits {
  readonly seconds: number;
  readonly steps: number;
}

function once(race: Race, method: string, make: ReturnType<Race["loss"]>, limits: Limits) {
  const { penalty } = race;
  const loss = make();
  const zero = new Float64Array(loss.dimension);
  const steepest = loss.gradient(zero).reduce((most, g) => Math.max(most, Math.abs(g)), 0);
  const lambda = race.ratio * steepest;
  const iterations: number[] = [];
  const stretches: number[] = [];
  const objectives: number[] = [];

  let before = performance.now();
  const solver = race.entrants[method]({ loss, penalty, lambda });
  let state = solver.init(zero);
  let elapsed = 0;
  for (let next = 0; ; ) {
    const ended =
      state.iteration >= limits.steps ||
      (state.iteration > 0 && !(state.residual > REST)) ||
      elapsed + (performance.now() - before) / 1000 > limits.seconds;
    if (state.iteration >= next || ended) {
      const time = (performance.now() - before) / 1000;
      elapsed += time;
      iterations.push(state.iteration);
      stretches.push(time);
      const u = solver.solution(state);
      objectives.push(loss.value(u) + lambda * penalty.value(u));
      next = Math.max(state.iteration + 1, Math.floor(state.iteration * STRIDE));
      before = performance.now();
    }
    if (ended) break;
    state = solver.step(state);
  }
  loss.free();
  return { iterations, stretches, objectives };
}
