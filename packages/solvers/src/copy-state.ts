import type { SolverState } from "./contract.ts";

/** A deep copy: a state holds plain values and Float64Arrays only. */
export function copyState<State extends SolverState>(state: State): State {
  const entries = Object.entries(state).map(([key, value]) => [
    key,
    value instanceof Float64Array ? value.slice() : value,
  ]);
  return Object.fromEntries(entries) as State;
}
