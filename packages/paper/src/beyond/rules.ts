import type { Rule } from "../figures/rules.ts";

export type BeyondRule = "converges-without-normalisation";

/** The rules of what goes beyond the paper. */
export const beyondRules: Readonly<Record<BeyondRule, Rule>> = {
  "converges-without-normalisation": {
    says:
      "Every run of RVSM without normalisation on the paper's problem ends as converged: its residual ‖w⁺ − w‖/η is 1e-9 of its first or less, " +
      "within 2000 steps.",
    test: "packages/paper/test/beyond/beyond.test.ts: RVSM converges without normalisation on the paper's problem, to a w shorter than w*",
  },
};
