import type { LevelLine } from "../penalties/level-lines.ts";
import type { SampledPenalty, SampleRequest } from "../penalties/sample-penalty.ts";

/** A penalty as a reader writes it: bodies of three functions of numbers, and what they promise. */
export interface WrittenPenalty {
  /** The body of value(x). */
  readonly value: string;
  /** The body of prox(v, t). */
  readonly prox: string;
  /** The body of threshold(t). */
  readonly threshold: string;
  readonly convex: boolean;
  /** ρ; Infinity where none will do. */
  readonly weakConvexity: number;
}

/** What the sandbox is asked to do with code that nobody has read. */
export interface SandboxJob {
  readonly written: WrittenPenalty;
  readonly request: SampleRequest;
  readonly radii: readonly number[];
  /** Whether the laws are checked too; a slider of the picture's changes nothing about them. */
  readonly laws: "check" | "skip";
}

/** A law and how the penalty stands to it, as plain data. */
export interface LawLine {
  readonly name: string;
  readonly outcome: "holds" | "broken" | "notApplicable";
  /** Why it is not applicable, or how it is broken. */
  readonly words: string;
}

/** What the sandbox answers: drawn, then checked where the laws are asked for; failed ends it at any time. */
export type SandboxReply =
  | {
      readonly kind: "drawn";
      readonly sampled: SampledPenalty;
      readonly levels: readonly LevelLine[];
    }
  | { readonly kind: "checked"; readonly laws: readonly LawLine[] }
  | { readonly kind: "failed"; readonly words: string };

/** What code in the evaluating worker says to the one that watches over it. */
export type EvaluatorMessage =
  | { readonly kind: "ready" }
  | { readonly kind: "trying"; readonly what: string }
  | SandboxReply;

/** Texts from the sandbox are cut to this length. */
export const LONGEST_TEXT = 2000;
