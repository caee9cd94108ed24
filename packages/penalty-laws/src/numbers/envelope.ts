import { moreauEnvelope } from "@proxkit/penalty";
import type { Subject } from "../subject/subject.ts";

/** The Moreau envelope env_t P(v), by the subject's guarded methods. */
export function envelope({ penalty, value, prox }: Subject, v: Float64Array, t: number): number {
  const { name, parameters, traits } = penalty;
  const guarded = { name, parameters, traits, value, prox: (x: Float64Array) => prox(x, t) };
  return moreauEnvelope(guarded, v, t);
}
