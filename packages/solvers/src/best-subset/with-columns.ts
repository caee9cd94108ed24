/** A choice with some more columns. @returns ascending */
export function withColumns(chosen: Uint32Array, more: readonly number[]): Uint32Array {
  return Uint32Array.from([...chosen, ...more]).sort();
}

/** a, then b. */
export function joined(a: Uint32Array, b: Uint32Array): Uint32Array {
  const out = new Uint32Array(a.length + b.length);
  out.set(a);
  out.set(b, a.length);
  return out;
}

export function sameColumns(a: Uint32Array, b: Uint32Array): boolean {
  return a.length === b.length && a.every((j, i) => j === b[i]);
}
