import type { Criteria } from "@proxkit/regression";
import { leastOf } from "./choose.ts";

/** The λ, or sizes, that each way to choose would take, as indices of the path; null where it has no say. */
export interface Marks {
  readonly min: number | null;
  readonly oneStandardError: number | null;
  readonly aic: number;
  readonly bic: number;
  readonly ebic: number;
}

interface Judged {
  readonly criteria: readonly Criteria[];
  readonly validation: { readonly best: number; readonly oneStandardError: number } | undefined;
}

export function marksOf({ criteria, validation }: Judged): Marks {
  return {
    min: validation?.best ?? null,
    oneStandardError: validation?.oneStandardError ?? null,
    aic: leastOf(criteria, "aic"),
    bic: leastOf(criteria, "bic"),
    ebic: leastOf(criteria, "ebic"),
  };
}

/** Who would choose point k, as "min BIC". */
export function marksAt(chosen: Marks, k: number): string {
  const names = { min: "min", oneStandardError: "1se", aic: "AIC", bic: "BIC", ebic: "EBIC" };
  return Object.entries(names)
    .filter(([mark]) => chosen[mark as keyof Marks] === k)
    .map(([, name]) => name)
    .join(" ");
}
