import { leastOf } from "../linear/choose.ts";
import type { SolvedPath } from "../linear/solve-path.ts";

/** The λ that each way to choose would take, as indices of the path; null where it has no say. */
export interface Marks {
  readonly min: number | null;
  readonly oneStandardError: number | null;
  readonly aic: number;
  readonly bic: number;
  readonly ebic: number;
}

export function marksOf({ criteria, validation }: SolvedPath): Marks {
  return {
    min: validation?.best ?? null,
    oneStandardError: validation?.oneStandardError ?? null,
    aic: leastOf(criteria, "aic"),
    bic: leastOf(criteria, "bic"),
    ebic: leastOf(criteria, "ebic"),
  };
}
