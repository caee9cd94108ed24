/** Where in a theorem a check stands: what it assumes, what each step does, what the limit satisfies. */
export type CheckPart = "hypothesis" | "step" | "limit";

/** A statement of a theorem held to the numbers of one run. Plain JSON: null where a number is not known. */
export interface Check {
  readonly part: CheckPart;
  /** "eq. (17)", "Lemma 5.1.4", "Theorem 1: η" */
  readonly name: string;
  /** "(π − θ)/(kπ) ‖w*‖ sin θ = β‖u‖ sin γ" */
  readonly claim: string;
  readonly verdict: "holds" | "fails" | "notApplicable";
  /** The side before the relation. */
  readonly left: number | null;
  readonly relation: "≤" | "<" | "=";
  /** The side after it. */
  readonly right: number | null;
  /** How far the check is from failing, its stated tolerance included: not negative where it holds. */
  readonly slack: number | null;
  /** What was found, in plain words, with the tolerance. */
  readonly words: string;
}

/** What a run was found to satisfy. Plain JSON without NaN or infinities. */
export interface Certificate {
  readonly checks: readonly Check[];
}
