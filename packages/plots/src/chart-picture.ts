import type { Chart } from "./chart.ts";
import { chartRow } from "./chart-row.ts";
import { chartStyles } from "./chart-style.ts";
import { checkChart } from "./check-chart.ts";
import { cleanText } from "./clean-text.ts";
import type { Panel, Picture } from "./picture.ts";
import { below, sheet } from "./sheet.ts";
import { textPanel } from "./text-panel.ts";
import { fontSize } from "./theme.ts";

/** How panels go on a sheet, by how many are side by side; px. */
const layouts = [
  { width: 720, height: 300 },
  { width: 720, height: 240 },
  { width: 960, height: 220 },
] as const;

/**
 * The picture of a chart: its panels in rows of one to three, the caption below.
 *
 * Curves differ in dash, weight and colour, and their labels stand beside them, or where a line can lead to them, or in
 * a key below the panel: never on each other. Curves of one label look the same in all panels. A null is a gap. A 0 on
 * a log axis is a triangle on its floor; what has no place on the axes is left out and counted.
 *
 * @param chart texts, axes and curves
 * @returns a picture 720 px wide, or 960 px with three panels in a row, to be drawn by {@link drawPicture}, or
 *   `renderSvg` of `@proxkit/plots/node`
 * @throws RangeError if there are no panels, arrays of a curve differ in length, or a domain does not ascend or holds
 *   what its axis has no place for
 * @example
 * ```ts
 * import { chartPicture } from "@proxkit/plots";
 * import { renderSvg } from "@proxkit/plots/node";
 *
 * const picture = chartPicture({
 *   name: "thresholding",
 *   title: "Hard thresholding",
 *   caption: "t = 0.5",
 *   panels: [
 *     {
 *       title: "",
 *       x: { label: "v" },
 *       y: { label: "prox(v)" },
 *       curves: [{ label: "hard", x: [-2, -1, -1, 1, 1, 2], y: [-2, -1, 0, 0, null, 2] }],
 *     },
 *   ],
 * });
 * console.log(picture.description); // Hard thresholding: prox(v) against v. t = 0.5
 * console.log(renderSvg(picture).includes(">hard<")); // true
 * ```
 */
export function chartPicture(chart: Chart): Picture {
  checkChart(chart);
  const title = cleanText(chart.title);
  const caption = cleanText(chart.caption);
  const columns = columnsFor(chart.panels.length);
  const { width, height } = layouts[columns - 1];
  const column = { left: sheet.side, width: width - 2 * sheet.side };
  const styleOf = chartStyles(chart);
  const panels: Panel[] = textPanel(title, {
    ...column,
    top: sheet.head,
    fontSize: fontSize.title,
    weight: "bold",
  });
  for (let first = 0; first < chart.panels.length; first += columns) {
    const row = chart.panels.slice(first, first + columns);
    panels.push(
      ...chartRow(row, styleOf, {
        top: below(panels) + (first === 0 ? 4 : 18),
        width,
        height,
        columns,
      }),
    );
  }
  panels.push(
    ...textPanel(caption, {
      ...column,
      top: below(panels) + 10,
      fontSize: fontSize.text,
      weight: "normal",
    }),
  );
  return {
    width,
    height: below(panels) + sheet.foot,
    description: describe(title, chart, caption),
    panels,
  };
}

/** 1, 2, 3, 2, 3, 3, …: no row of one below others, but for the seventh. */
function columnsFor(count: number): 1 | 2 | 3 {
  if (count === 4) return 2;
  return count > 2 ? 3 : count === 2 ? 2 : 1;
}

function describe(title: string, { panels }: Chart, caption: string): string {
  const axes = new Set(panels.map(({ x, y }) => cleanText(`${y.label} against ${x.label}`)));
  return [title === "" ? "" : `${title}:`, `${[...axes].join("; ")}.`, caption]
    .filter((part) => part !== "")
    .join(" ");
}
