import type { Solver, SolverState } from "./contract.ts";

/** A saved state does not fit: not a state, of another solver, or of another dimension. */
export class StateError extends Error {
  override readonly name: string = "StateError";
}

const FORMAT = "proxkit-state";
const VERSION = 1;

/**
 * A state as JSON text, from which {@link loadState} makes it again to the last bit.
 *
 * Numbers are written in full; −0, NaN and the infinities, which JSON lacks, as strings.
 *
 * @example
 * ```ts
 * import { leastSquares } from "@proxkit/core";
 * import { gradientDescent, loadState, saveState, solve } from "@proxkit/solvers";
 *
 * const solver = gradientDescent({ loss: leastSquares({ X: [[2]], y: [6] }), stepSize: 0.1 });
 * const half = solve(solver, Float64Array.of(0), { maxIterations: 10 });
 * const resumed = solve(solver, loadState(solver, saveState(solver, half.state)));
 * console.log(resumed.w[0] === solve(solver, Float64Array.of(0)).w[0]); // true
 * ```
 */
export function saveState<State extends SolverState>(solver: Solver<State>, state: State): string {
  const { name, settings } = solver;
  const plain = Object.fromEntries(
    Object.entries(state).map(([key, value]) => [
      key,
      value instanceof Float64Array ? Array.from(value, toJson) : toJson(value),
    ]),
  );
  return JSON.stringify({ format: FORMAT, version: VERSION, solver: name, settings, state: plain });
}

/**
 * The state that {@link saveState} wrote, for a solver made with the same settings.
 *
 * @throws StateError if the text is not a saved state, or was saved by another solver, with other
 * settings or for another dimension
 */
export function loadState<State extends SolverState>(solver: Solver<State>, text: string): State {
  const saved = parse(text);
  if (saved.solver !== solver.name)
    throw new StateError(
      `loadState: the state is of ${saved.solver}, the solver is ${solver.name}`,
    );
  for (const [key, mine] of Object.entries(solver.settings))
    if (saved.settings?.[key] !== mine)
      throw new StateError(
        `loadState: the state was saved with ${key} = ${saved.settings?.[key]}, the solver has ${mine}`,
      );
  // what a state of this solver holds, and how long each part is
  const expected = solver.init(new Float64Array(solver.dimension).fill(1));
  solver.release?.(expected);
  const state: Record<string, unknown> = {};
  for (const [key, like] of Object.entries(expected)) {
    const value = saved.state?.[key];
    if (like instanceof Float64Array) {
      if (!Array.isArray(value) || value.length !== like.length)
        throw new StateError(
          `loadState: ${key} must have length ${like.length}, received ${Array.isArray(value) ? value.length : typeof value}`,
        );
      state[key] = Float64Array.from(value, (x) => fromJson(x, key));
    } else if (value === undefined) throw new StateError(`loadState: the state lacks ${key}`);
    else state[key] = typeof like === "number" ? fromJson(value, key) : value;
  }
  const loaded = state as unknown as State;
  check(
    "iteration",
    loaded.iteration,
    Number.isSafeInteger(loaded.iteration) && loaded.iteration >= 0,
  );
  for (const key of ["stepSize", "nextStepSize"] as const) check(key, loaded[key], loaded[key] > 0);
  return loaded;
}

interface Saved {
  readonly solver?: unknown;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly state?: Readonly<Record<string, unknown>>;
}

function parse(text: string): Saved {
  let saved: (Saved & { format?: unknown; version?: unknown }) | null;
  try {
    saved = JSON.parse(text);
  } catch (cause) {
    throw new StateError("loadState: the text is not JSON", { cause });
  }
  if (saved?.format !== FORMAT) throw new StateError("loadState: the JSON is not a saved state");
  if (saved.version !== VERSION)
    throw new StateError(`loadState: version must be ${VERSION}, received ${saved.version}`);
  return saved;
}

function toJson(x: unknown): unknown {
  if (typeof x !== "number") return x;
  return Number.isFinite(x) && !Object.is(x, -0) ? x : Object.is(x, -0) ? "-0" : String(x);
}

/** What toJson made of a number; nothing else. */
function fromJson(x: unknown, key: string): number {
  if (typeof x === "number") return x;
  if (x !== "-0" && x !== "NaN" && x !== "Infinity" && x !== "-Infinity")
    throw new StateError(`loadState: ${key} must be a number, received ${JSON.stringify(x)}`);
  return Number(x);
}

function check(key: string, value: number, holds: boolean): void {
  if (!holds) throw new StateError(`loadState: ${key} is out of range, received ${value}`);
}
