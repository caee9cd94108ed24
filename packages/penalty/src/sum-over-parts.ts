import { checkLength, checkSteps } from "./check-arguments.ts";
import type { Json, Penalty, Step } from "./contract.ts";

/** A penalty on some coordinates, which are no other part's. */
export interface Part {
  readonly penalty: Penalty;
  readonly indices: Uint32Array;
}

/** What the sum is called, and which vectors it takes. */
export interface SumOptions {
  readonly name: string;
  readonly parameters: Readonly<Record<string, Json>>;
  /** d if it is fixed. Default: any d that has room for all indices. */
  readonly length?: number | undefined;
}

/**
 * The sum of penalties on parts of the coordinates; those in no part are unpenalised.
 *
 *     P(w) = Σⱼ Pⱼ(w restricted to Iⱼ),   and the prox takes each part alone
 */
export function sumOverParts(parts: readonly Part[], options: SumOptions): Penalty {
  const { name, parameters, length } = options;
  const least = parts.reduce(
    (d, { indices }) => indices.reduce((a, i) => Math.max(a, i + 1), d),
    0,
  );
  // The entries of a part and their steps, in buffers that every call uses again.
  const buffers = parts.map(({ penalty, indices }) => ({
    penalty,
    indices,
    entries: new Float64Array(indices.length),
    steps: new Float64Array(indices.length),
  }));

  function check(argument: string, array: Float64Array): void {
    if (length !== undefined) checkLength(name, argument, array, length);
    else if (array.length < least)
      throw new RangeError(
        `${name}: ${argument} must have length ${least} or more, received ${array.length}`,
      );
  }

  function value(w: Float64Array): number {
    check("w", w);
    if (w.some(Number.isNaN)) return Number.NaN; // in unpenalised coordinates too
    let sum = 0;
    for (const { penalty, indices, entries } of buffers)
      sum += penalty.value(gather(w, indices, entries));
    return sum;
  }

  function prox(v: Float64Array, t: Step, out = new Float64Array(v.length)): Float64Array {
    check("v", v);
    checkLength(name, "out", out, v.length);
    checkSteps(name, t, v.length);
    for (const { penalty, indices, entries, steps } of buffers) {
      const step = typeof t === "number" ? t : gather(t, indices, steps);
      penalty.prox(gather(v, indices, entries), step, entries);
    }
    if (out !== v) out.set(v); // not before: a part that refuses leaves `out` as it was
    for (const { indices, entries } of buffers)
      for (let i = 0; i < indices.length; i++) out[indices[i]] = entries[i];
    return out;
  }

  const traits = Object.freeze({
    convex: parts.every(({ penalty }) => penalty.traits.convex),
    separable: parts.every(({ penalty }) => penalty.traits.separable),
    weakConvexity: parts.reduce(
      (most, { penalty }) => Math.max(most, penalty.traits.weakConvexity),
      0,
    ),
  });
  return Object.freeze({ name, parameters: Object.freeze(parameters), traits, value, prox });
}

function gather(from: Float64Array, indices: Uint32Array, to: Float64Array): Float64Array {
  for (let i = 0; i < indices.length; i++) to[i] = from[indices[i]];
  return to;
}
