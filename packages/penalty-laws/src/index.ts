export { checkPenalty, type LawResult } from "./check-penalty.ts";
export type { Conjugate, LawOptions } from "./law-options.ts";
export { type Data, LawViolation } from "./law-violation.ts";
export { type Law, penaltyLaws } from "./penalty-laws.ts";
