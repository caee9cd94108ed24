import { type Part, parts } from "@proxkit/paper";

/** A part whose tasks and results are JSON that nobody here looks into. */
export type AnyPart = Part<unknown, unknown>;

/** All parts, in the order of the report. Each part's own `run` gets only its own tasks. */
export const allParts: readonly AnyPart[] = parts as readonly Part<never, never>[] as never;
