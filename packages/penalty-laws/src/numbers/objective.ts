import type { Subject } from "../subject/subject.ts";

/** t·P(u) + ½ ‖u − v‖², what the prox minimises. */
export function objective(subject: Subject, u: Float64Array, v: Float64Array, t: number): number {
  let squares = 0;
  for (let i = 0; i < v.length; i++) squares += (u[i] - v[i]) ** 2;
  return t * subject.value(u) + squares / 2;
}
