import type { Data } from "../law-violation.ts";

/** A vector as plain data: one of length 1 as its number. */
export function plain(v: Float64Array): number | readonly number[] {
  return v.length === 1 ? v[0] : Array.from(v);
}

/** The vectors in an object as plain data. */
export function plainData(given: object): Data {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [
      name,
      value instanceof Float64Array ? plain(value) : value,
    ]),
  );
}
