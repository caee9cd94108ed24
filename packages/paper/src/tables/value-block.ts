import { paperNames } from "../penalties.ts";
import { quantities, quantityNames } from "../published/quantity.ts";
import type { TableBlock, Verdict } from "../section.ts";
import type { Table } from "./table.ts";

/** Published, ours and theory side by side, a line per quantity and column. */
export function valueBlock({ settings, columns }: Table, verdicts: readonly Verdict[]): TableBlock {
  const { penalty, patches, lambda, beta, a, seeds } = settings;
  const shape = penalty === "tl1" ? `a = ${a}, ` : "";
  const rows = quantityNames.flatMap((quantity) =>
    columns.map(({ d, cells }) => {
      const { published, mean, sd, min, max, theory } = cells[quantity];
      return { row: [quantities[quantity], d, published, mean, sd, min, max, theory] };
    }),
  );
  return {
    kind: "table",
    caption: `${paperNames[penalty]}: ${shape}k = ${patches}, λ = ${lambda}, β = ${beta}; ours over ${seeds} seeds, angles in radians`,
    head: ["quantity", "d", "published", "mean", "sd", "least", "largest", "theory", "verdict"],
    rows: rows.map(({ row }, i) => [...row, verdicts[i].outcome]),
  };
}
