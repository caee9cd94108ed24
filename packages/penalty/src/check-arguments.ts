import type { Step } from "./contract.ts";

/** Refuses a step that is negative or NaN. Infinity is a step: it sends every finite v to 0. */
export function checkStep(name: string, t: number): void {
  if (!(t >= 0)) throw new RangeError(`${name}: t must be at least 0, received ${t}`);
}

/** Refuses a step, or one of the steps, that is negative or NaN, and steps for another length than v's. */
export function checkSteps(name: string, t: Step, length: number): void {
  if (typeof t === "number") checkStep(name, t);
  else {
    checkLength(name, "t", t, length);
    for (let i = 0; i < t.length; i++) checkStep(name, t[i]);
  }
}

/** Refuses an array of the wrong length. */
export function checkLength(
  name: string,
  argument: string,
  array: Float64Array,
  length: number,
): void {
  if (array.length !== length)
    throw new RangeError(
      `${name}: ${argument} must have length ${length}, received ${array.length}`,
    );
}
