import { isEven, type PenaltyPlugin, type SeparablePenalty } from "@proxkit/penalty";
import { isConcaveBeyondZero } from "./shape.ts";

/** The bounds, and what else is penalised within them. */
export interface BoxOptions {
  /** The least value allowed; null or −Infinity for none. Default: 0. */
  readonly lower?: number | null | undefined;
  /** The largest value allowed, at least `lower`; null or Infinity for none. Default: Infinity. */
  readonly upper?: number | null | undefined;
  /**
   * p, an even separable penalty. Convex ones take any bounds. Others take bounds with 0 between or at them,
   * and where a bound is neither 0 nor infinite, must be concave for x > 0. Default: none.
   */
  readonly penalty?: SeparablePenalty | undefined;
}

/** {@link BoxOptions} that were checked: numbers, and no −0. */
export interface CheckedOptions {
  readonly lower: number;
  readonly upper: number;
  readonly penalty?: SeparablePenalty | undefined;
}

const names = ["lower", "upper", "penalty"];

/** A Standard Schema: the options with their defaults, or all that is wrong with them. */
export const boxOptions: PenaltyPlugin["options"] = {
  "~standard": {
    version: 1,
    vendor: "proxkit",
    validate(given) {
      if (typeof given !== "object" || given === null || Array.isArray(given))
        return { issues: [{ message: `options must be an object, received ${String(given)}` }] };
      const { lower = 0, upper = null, penalty } = given as BoxOptions;
      const value = {
        lower: lower === 0 ? 0 : (lower ?? Number.NEGATIVE_INFINITY), // no −0
        upper: upper === 0 ? 0 : (upper ?? Number.POSITIVE_INFINITY),
        penalty,
      };
      const messages = [...unknownIn(given), ...wrongIn(value)];
      return messages.length ? { issues: messages.map((message) => ({ message })) } : { value };
    },
  },
};

function unknownIn(given: object): string[] {
  return Object.keys(given)
    .filter((key) => !names.includes(key))
    .map((key) => `unknown option ${key}; known: ${names.join(", ")}`);
}

function* wrongIn({ lower, upper, penalty }: CheckedOptions): Generator<string> {
  if (!(typeof lower === "number" && lower < Number.POSITIVE_INFINITY))
    yield `lower must be a number or null, received ${String(lower)}`;
  else if (!(typeof upper === "number" && upper > Number.NEGATIVE_INFINITY))
    yield `upper must be a number or null, received ${String(upper)}`;
  else if (!(lower <= upper)) yield `upper must be at least lower, received ${lower} and ${upper}`;
  else if (penalty === undefined) return;
  else if (!isEven(penalty))
    yield `penalty must be an even separable penalty of its own package, received ${nameOf(penalty)}`;
  else yield* misfit({ lower, upper, penalty });
}

/** Why the prox within the bounds could not be found. */
function* misfit({ lower, upper, penalty }: Required<CheckedOptions>): Generator<string> {
  const { name, traits, scalar } = penalty as SeparablePenalty;
  const nearest = Math.min(Math.max(lower, 0), upper);
  if (!(scalar.value(nearest) < Number.POSITIVE_INFINITY))
    yield `penalty must be finite within the bounds, ${name} is infinite from ${lower} to ${upper}`;
  else if (traits.convex) return;
  else if (nearest !== 0)
    yield `bounds around a penalty that is not convex must have 0 between them, received ${lower} and ${upper} for ${name}`;
  else if (isHalfOpen(lower) && isHalfOpen(upper)) return;
  else if (!isConcaveBeyondZero(penalty as SeparablePenalty))
    yield `penalty must be convex, or concave for x > 0, within bounds other than 0; ${name} is neither`;
}

/** Whether a bound never keeps the prox from where it would go on its side of 0. */
function isHalfOpen(bound: number): boolean {
  return bound === 0 || Math.abs(bound) === Number.POSITIVE_INFINITY;
}

function nameOf(value: unknown): string {
  return String((value as { name?: unknown } | null)?.name ?? value);
}
