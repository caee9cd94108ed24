import { type SeparablePenalty, separablePenalty } from "@proxkit/penalty";
import type { WrittenPenalty } from "./messages.ts";

type Numbers = (...numbers: readonly number[]) => unknown;

/** The name that a reader's penalty goes by. */
const YOURS = "yours";

/**
 * Makes a penalty of three function bodies.
 *
 * @throws SyntaxError naming the function whose body is not JavaScript
 * @throws RangeError if the weak convexity is negative or NaN; its functions throw a TypeError where the body
 * gives something else than a number
 */
export function writePenalty(written: WrittenPenalty): SeparablePenalty {
  const { convex, weakConvexity } = written;
  if (!(weakConvexity >= 0))
    throw new RangeError(`weak convexity must be at least 0, received ${weakConvexity}`);
  const value = compiled("value", ["x"], written.value);
  const prox = compiled("prox", ["v", "t"], written.prox);
  const threshold = compiled("threshold", ["t"], written.threshold);
  const parameters = numbersIn(written);
  return separablePenalty({
    name: YOURS,
    parameters,
    convex,
    weakConvexity,
    value,
    prox,
    threshold,
  });
}

function compiled(name: string, parameters: readonly string[], body: string) {
  let f: Numbers;
  try {
    f = new Function(...parameters, `"use strict";\n${body}\n`) as Numbers;
  } catch (cause) {
    const words = cause instanceof Error ? cause.message : String(cause);
    throw new SyntaxError(`${name}(${parameters.join(", ")}): ${words}`, { cause });
  }
  return (...numbers: readonly number[]): number => {
    const result = f(...numbers);
    if (typeof result !== "number")
      throw new TypeError(`${name} must return a number, returned ${kindOf(result)}`);
    return result;
  };
}

function kindOf(result: unknown): string {
  if (result === undefined) return "nothing: is a return missing?";
  return result === null ? "null" : `something of type ${typeof result}`;
}

/** So many numbers of a text are taken for sizes. */
const MOST_SIZES = 8;

/** The numbers that are written in the bodies: sizes at which a penalty may change its formula, where laws look. */
function numbersIn({ value, prox, threshold }: WrittenPenalty): Record<string, number> {
  const literals = `${value} ${prox} ${threshold}`.match(/(?<![\w.])\d+\.?\d*(e[+-]?\d+)?/gi) ?? [];
  const sizes = [...new Set(literals.map(Number))].filter((x) => x > 0 && Number.isFinite(x));
  return Object.fromEntries(sizes.slice(0, MOST_SIZES).map((x) => [`size ${x}`, x]));
}
