import type { Cell } from "../section.ts";

/**
 * contradiction: the paper says otherwise elsewhere. misprint: a slip that the reader can undo.
 * wrong: the mathematics, or the computation, says otherwise.
 */
export type ErratumKind = "contradiction" | "misprint" | "wrong";

/** A place where the paper is not as it should be. */
export interface Erratum {
  /** "lemma-5.2.2" */
  readonly name: string;
  /** "Lemma 5.2.2" */
  readonly where: string;
  /** A short quotation. */
  readonly printed: string;
  readonly shouldBe: string;
  readonly kind: ErratumKind;
  /** What was found, in words with the numbers of `data`. */
  readonly evidence: string;
  /** The numbers, computed when asked for; empty where reading is enough. */
  readonly data: Readonly<Record<string, Cell>>;
}
