import { InvalidArgumentError } from "@commander-js/extra-typings";
import { decimal } from "../data/decimal.ts";

/** Parses an option as a finite number; `--lambda ten` is refused. */
export function finite(text: string): number {
  const value = decimal(text);
  if (!Number.isFinite(value))
    throw new InvalidArgumentError(`expected a number, received "${text}"`);
  return value;
}

export function positive(text: string): number {
  const value = finite(text);
  if (!(value > 0)) throw new InvalidArgumentError(`expected a number above 0, received ${text}`);
  return value;
}

export function nonNegative(text: string): number {
  const value = finite(text);
  if (!(value >= 0))
    throw new InvalidArgumentError(`expected a number at least 0, received ${text}`);
  return value;
}

export function count(text: string): number {
  const value = finite(text);
  if (!(Number.isSafeInteger(value) && value >= 1))
    throw new InvalidArgumentError(`expected a whole number at least 1, received ${text}`);
  return value;
}

/** Of threads beside the main one. */
export function threads(text: string): number {
  const value = finite(text);
  if (!(Number.isSafeInteger(value) && value >= 0 && value <= 256))
    throw new InvalidArgumentError(`expected a whole number from 0 to 256, received ${text}`);
  return value;
}

/** Of points between which there is something. */
export function several(text: string): number {
  const value = finite(text);
  if (!(Number.isSafeInteger(value) && value >= 2 && value <= 1e6))
    throw new InvalidArgumentError(`expected a whole number from 2 to 1000000, received ${text}`);
  return value;
}

/** Of a seed, or of what may be looked at. */
export function natural(text: string): number {
  const value = finite(text);
  if (!(Number.isSafeInteger(value) && value >= 0))
    throw new InvalidArgumentError(`expected a whole number at least 0, received ${text}`);
  return value;
}

/** A number above 0, "safe" or "backtracking". */
export function stepSize(text: string): number | "safe" | "backtracking" {
  if (text === "safe" || text === "backtracking") return text;
  const value = decimal(text);
  if (!(value > 0 && value < Number.POSITIVE_INFINITY))
    throw new InvalidArgumentError(
      `expected a number above 0, "safe" or "backtracking", received "${text}"`,
    );
  return value;
}

/** Above 0 and at most 1. */
export function share(text: string): number {
  const value = positive(text);
  if (value > 1)
    throw new InvalidArgumentError(`expected a number above 0 and at most 1, received ${text}`);
  return value;
}
