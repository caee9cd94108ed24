import { type PaperPenalty, published, publishedParameters } from "../published/published.ts";
import { quantities } from "../published/quantity.ts";
import { lossOfAngle } from "../rules/loss-of-angle.ts";
import type { Verdict } from "../section.ts";
import type { Table } from "./table.ts";
import { tableNames } from "./table-names.ts";

const PAIRS = [
  ["angleW", "lossW"],
  ["angleU", "lossUnitU"],
] as const;

/** Whether the printed losses of unit vectors are f of the printed angles. */
export function consistencyVerdicts(penalty: PaperPenalty, { columns }: Table): Verdict[] {
  return PAIRS.flatMap(([angle, loss]) =>
    columns.map(({ d }, i): Verdict => {
      const theta = published[penalty][angle][i] ?? Number.NaN;
      const printed = published[penalty][loss][i] ?? Number.NaN;
      const found = lossOfAngle(theta, printed, publishedParameters.patches);
      return {
        about: `${tableNames[penalty]}, ${quantities[loss]} from ${quantities[angle]}, d = ${d}`,
        published: printed,
        ours: found.loss,
        outcome: found.agrees ? "agrees" : "differs",
        words: found.agrees
          ? "f of the printed angle, to the printed digits: this column is one run"
          : "not f of the printed angle",
        rule: "loss-of-angle",
      };
    }),
  );
}
