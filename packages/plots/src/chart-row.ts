import type { ChartPanel } from "./chart.ts";
import { chartPanel } from "./chart-panel.ts";
import type { ChartStyle } from "./chart-style.ts";
import { cleanText } from "./clean-text.ts";
import type { Panel } from "./picture.ts";
import { below, sheet } from "./sheet.ts";
import { textPanel } from "./text-panel.ts";
import { fontSize } from "./theme.ts";

/** Where a row of panels goes; px. */
export interface ChartRowPlace {
  /** Of the titles. */
  readonly top: number;
  /** Of the sheet. */
  readonly width: number;
  /** Of the plots within their margins. */
  readonly height: number;
  /** How many panels a full row has. */
  readonly columns: number;
}

/** Panels side by side; titles, labels and plots each begin at one height. */
export function chartRow(
  row: readonly ChartPanel[],
  styleOf: (label: string) => ChartStyle,
  { top, width, height, columns }: ChartRowPlace,
): Panel[] {
  const size = Math.floor((width - (columns - 1) * sheet.gutter) / columns);
  const leftOf = (k: number) => k * (size + sheet.gutter);
  const text = (k: number) => ({ left: leftOf(k) + sheet.side, width: size - sheet.side });
  const titles = row.flatMap(({ title }, k) =>
    textPanel(cleanText(title), {
      ...{ ...text(k), top },
      fontSize: fontSize.heading,
      weight: "bold",
    }),
  );
  const labels = row.flatMap(({ y }, k) =>
    textPanel(cleanText(y.label), {
      ...{ ...text(k), top: below(titles, top) },
      fontSize: fontSize.label,
      weight: "normal",
    }),
  );
  const place = { top: below([...titles, ...labels], top), width: size, height };
  const plots = row.flatMap((panel, k) =>
    chartPanel(panel, styleOf, { ...place, left: leftOf(k) }),
  );
  return [...titles, ...labels, ...plots];
}
