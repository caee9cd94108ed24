/** Written so that NaN fails. */
export function checkStep(caller: string, name: string, t: number): void {
  if (!(t >= 0)) throw new RangeError(`${caller}: ${name} must be at least 0, received ${t}`);
}
