/** Refuses a step that is negative or NaN. Infinity is a step: it sends every finite v to 0. */
export function checkStep(name: string, t: number): void {
  if (!(t >= 0)) throw new RangeError(`${name}: t must be at least 0, received ${t}`);
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
