import type { Rule, Section } from "@proxkit/paper";

/** All that a report shows; nothing of when, where or how fast it was made. */
export interface Report {
  /** The version of this application. */
  readonly proxkit: string;
  /** The version of @proxkit/paper. */
  readonly paper: string;
  /** The command that makes the same report. */
  readonly command: string;
  readonly seeds: number;
  readonly sections: readonly Section[];
  /** All rules there are; a report shows those that it uses. */
  readonly rules: Readonly<Record<string, Rule>>;
}
