import type { Json, Penalty } from "./contract.ts";

/** A penalty as JSON, for the parameters of one that is made from it. */
export function described({ name, parameters }: Penalty): Json {
  return Object.freeze({ name, parameters });
}
