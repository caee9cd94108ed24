import type { Check, CheckPart } from "./check.ts";

export interface Comparison {
  readonly part: CheckPart;
  readonly name: string;
  readonly claim: string;
  /** null or undefined: not known. */
  readonly left: number | null | undefined;
  readonly relation: Check["relation"];
  readonly right: number | null | undefined;
  /** How much the claim may be missed by: rounding, and what the run had not converged. Default: 0. */
  readonly tolerance?: number;
  /** What was found. */
  readonly words: string;
  /** Why the claim does not speak of this run. Default: it does. */
  readonly unless?: string | undefined;
}

/** Holds a claim to its two sides. NaN fails it; a side that is not known makes it not applicable. */
export function compare(comparison: Comparison): Check {
  const { part, name, claim, relation, tolerance = 0, words, unless } = comparison;
  const { left = null, right = null } = comparison;
  const room = left === null || right === null ? null : slackOf(left, relation, right) + tolerance;
  const sides = { left: json(left), relation, right: json(right), slack: json(room) };
  if (unless !== undefined || room === null) {
    const reason = unless ?? "a number that it needs is not known";
    const shown = room === null ? reason : `${reason}; ${words}`;
    return { part, name, claim, verdict: "notApplicable", ...sides, words: shown };
  }
  const holds = relation === "<" ? room > 0 : room >= 0;
  return { part, name, claim, verdict: holds ? "holds" : "fails", ...sides, words };
}

function slackOf(left: number, relation: Check["relation"], right: number): number {
  return relation === "=" ? -Math.abs(left - right) : right - left;
}

function json(x: number | null): number | null {
  return Number.isFinite(x) ? x : null;
}

/** A few digits, as a reader wants them: 0.0125, 3.1e-9. Default: 3. */
export function show(x: number, digits = 3): string {
  return String(Number(x.toPrecision(digits)));
}
