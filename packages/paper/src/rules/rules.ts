import type { Rule } from "../figures/rules.ts";

/** The rules of the tables; figures, theorems and lemmas bring their own. */
export type TableRule = "agrees" | "critical-point" | "loss-of-angle" | "row-shift" | "ordering";

export const tableRules: Readonly<Record<TableRule, Rule>> = {
  agrees: {
    says:
      "A printed number agrees if it is within 3 standard deviations of the mean of our runs. The deviation is " +
      "that of single runs, not of their mean, because a printed column is one run: its losses are f of its " +
      "angles to the last digit (loss-of-angle), which averages would not be, as f is curved.",
    test: "packages/paper/test/rules/agrees.test.ts: a number agrees within 3 standard deviations of single runs",
  },
  "critical-point": {
    says:
      "At a critical point eq. (17) holds, (π − θ)/(kπ) sin θ = β‖ū‖ sin γ. Its sides are taken from printed " +
      "numbers alone: θ = θ(w̄, w*), γ = θ(ū, w*) − θ because w̄ lies between ū and w*, and ‖ū‖ from f(ū) and " +
      "θ(ū, w*) by eq. (8), the smaller of the two norms that it allows, as ‖ū‖ ≤ cos γ. The number agrees if " +
      "the digits that are not printed can make the sides equal.",
    test: "packages/paper/test/rules/critical-point.test.ts: eq. (17) holds on the rounded numbers of every converged run",
  },
  "loss-of-angle": {
    says:
      "On the unit sphere f depends on the angle to w* alone (eq. 8), so f(w̄) and f(ū/‖ū‖) must be f of the " +
      "angles printed above them, as far as 6 digits can tell.",
    test: "packages/paper/test/rules/loss-of-angle.test.ts: all thirty printed losses of unit vectors are f of the printed angles",
  },
  "row-shift": {
    says:
      "The last row has four numbers for five columns. Each column in turn is taken for the blank one, and the " +
      "misfit is the sum of z², z the distance of a number from the mean of its column in standard deviations " +
      "of single runs. The rows are shifted if the twelve numbers of the three tables, held to theory, have their " +
      "least misfit with another column blank than in print, and a misfit above 32.91 as printed, which by chance " +
      "happens once in 1000 times (χ² with 12 degrees of freedom).",
    test: "packages/paper/test/rules/row-shift.test.ts: a row of single runs is found in its place, and shifted when it is shifted",
  },
  ordering: {
    says:
      "A sentence that a penalty has the smallest value agrees if that penalty has it in more than half of our " +
      "runs, the three penalties compared on the same w* and w⁰.",
    test: "packages/paper/test/rules/ordering.test.ts: the smallest is counted over problems, not over means",
  },
};
