import { outOf, short } from "../figures/words.ts";
import { paperNames } from "../penalties.ts";
import { type PaperPenalty, published } from "../published/published.ts";
import { type Quantity, quantities } from "../published/quantity.ts";
import { type Smallest, smallestOf } from "../rules/ordering.ts";
import type { Verdict } from "../section.ts";
import type { Erratum } from "./erratum.ts";
import type { PaperRuns } from "./paper-runs.ts";

interface Claim {
  readonly where: string;
  readonly quantity: Quantity;
  readonly smallest: PaperPenalty;
}

/** Who has the smallest value, as the paper says in words. */
const CLAIMS: readonly Claim[] = [
  { where: "Introduction", quantity: "angleU", smallest: "l1" },
  { where: "Introduction", quantity: "lossU", smallest: "l1" },
  { where: "Introduction", quantity: "angleW", smallest: "l0" },
  { where: "Introduction", quantity: "lossW", smallest: "l0" },
  { where: "Section 5.3", quantity: "lossW", smallest: "l1" },
];

/** The claims in words, and the same of the printed tables, held to our runs. */
export function orderingVerdicts(runs: PaperRuns): Verdict[] {
  const ofTables = (["angleW", "lossW", "angleU", "lossU"] as const).map(
    (quantity): Claim => ({ where: "Tables 1-3", quantity, smallest: inTables(quantity).penalty }),
  );
  return [...CLAIMS, ...ofTables].map(({ where, quantity, smallest }) => {
    const { penalty, share, cases } = inRuns(runs, quantity);
    return {
      about: `${where}: the smallest ${quantities[quantity]}`,
      published: paperNames[smallest],
      ours: paperNames[penalty],
      outcome: penalty === smallest && share > 0.5 ? "agrees" : "differs",
      words: `${paperNames[penalty]} has the smallest in ${outOf(Math.round(share * cases), cases)} problems`,
      rule: "ordering",
    };
  });
}

/** Section 5.3 and the introduction contradict each other. */
export function whoIsSmallest(runs: PaperRuns): Erratum {
  const ours = inRuns(runs, "lossW");
  const printed = inTables("lossW");
  return {
    name: "smallest-loss",
    where: "Introduction, section 5.3 and Tables 1-3",
    printed:
      "“ℓ0 … smallest value of f(w̄)” (introduction) against “the ℓ1 penalty gives the smallest population loss at the limit point w̄, followed by TL1 and ℓ0” (section 5.3)",
    shouldBe: `${paperNames[ours.penalty]} has the smallest f(w̄) and θ(w̄, w*)`,
    kind: "contradiction",
    evidence:
      `${paperNames[ours.penalty]} has the smallest f(w̄) in ${short(100 * ours.share)}% of ${ours.cases} problems that all three solve, and by eq. (17), as it has the ` +
      `smallest β‖ū‖ sin γ. In the printed tables ${paperNames[printed.penalty]} has it in ${outOf(Math.round(printed.share * printed.cases), printed.cases)} columns.`,
    data: { share: ours.share, problems: ours.cases },
  };
}

function inRuns({ l0, tl1, l1 }: PaperRuns, quantity: Quantity): Smallest {
  const cases = l0.flatMap((column, i) =>
    column.map((run, j) => ({
      l0: run[quantity],
      tl1: tl1[i][j][quantity],
      l1: l1[i][j][quantity],
    })),
  );
  return smallestOf(cases);
}

function inTables(quantity: Quantity): Smallest {
  const { l0, tl1, l1 } = published;
  return smallestOf(
    l0[quantity].map((x, i) => ({ l0: x, tl1: tl1[quantity][i], l1: l1[quantity][i] })),
  );
}
