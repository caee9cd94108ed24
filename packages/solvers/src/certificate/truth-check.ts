import type { Comparison } from "./compare.ts";

/** A check of the limit against the truth, before it is decided. */
export type TruthCheck = Omit<Comparison, "part">;
