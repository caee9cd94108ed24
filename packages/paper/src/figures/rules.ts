/** What a verdict goes by, and the test that holds it: "file: title". */
export interface Rule {
  readonly says: string;
  readonly test: string;
}

/** The rules of the figures' verdicts. */
export const figureRules: Readonly<Record<FigureRule, Rule>> = {
  "nearest-level-line": {
    says:
      "Of the level lines of l1, l1/2 and l0 through (1, 0), the one nearest to that of TL1 (largest distance from a point of one to " +
      "the other) is that of the penalty which the paper says it resembles.",
    test: "packages/paper/test/figures/figure2.test.ts: says that a level line resembles the nearest of l1, l1/2 and l0",
  },
  "jump-of-tl1": {
    says: "Over 200 values of a, the prox of TL1 at the threshold's next number is above 0.001 (it jumps) for all or for none of them, as the paper says.",
    test: "packages/paper/test/figures/figure4.test.ts: calls TL1 continuous up to and with λ = a²/(2(a + 1)) and jumping beyond",
  },
  "smallest-angle": {
    says: "In at least 95 of 100 draws of X the angle between X and T(X) is smallest for l1, of l1, TL1 (a = 1) and l0; a tie to 1e-9 is not smaller, and T(X) = 0 counts as no small angle.",
    test: "packages/paper/test/figures/figure6.test.ts: counts a draw for l1 only where its angle is below both others",
  },
  "kills-more-often": {
    says: "Over d = 2 … 100 the count of draws that l0 sends to 0 never falls with d, and is larger at the last d than at the first.",
    test: "packages/paper/test/figures/figure6.test.ts: counts more draws that l0 sends to 0 as d grows",
  },
  "objective-falls": {
    says: "In no iteration of any run does L_β rise by more than 1e-15, which is rounding.",
    test: "packages/paper/test/figures/figure7.test.ts: says that L_β falls where it does, and would say where it rose",
  },
};

export type FigureRule =
  | "nearest-level-line"
  | "jump-of-tl1"
  | "smallest-angle"
  | "kills-more-often"
  | "objective-falls";
