import type { Chart } from "./chart.ts";

/** What a curve looks like; no two of the first ten are alike without colour. */
export interface ChartStyle {
  readonly stroke: string;
  /** Of the label: dark enough to be read on white. */
  readonly ink: string;
  /** px. */
  readonly width: number;
  /** Dash and gap, px. Default: solid. */
  readonly dash?: string;
  readonly symbol: "circle" | "square2" | "diamond2" | "triangle2" | "times" | "plus" | "asterisk";
  readonly filled: boolean;
}

// biome-ignore format: a table
const styles: readonly ChartStyle[] = [
  { stroke: "#0072b2", ink: "#00609a", width: 2.75, symbol: "circle", filled: true },
  { stroke: "#1a1a1a", ink: "#1a1a1a", width: 1.25, dash: "6,4", symbol: "diamond2", filled: false },
  { stroke: "#d55e00", ink: "#a84a00", width: 1.75, dash: "10,3,2,3", symbol: "times", filled: false },
  { stroke: "#009e73", ink: "#00704f", width: 2.5, dash: "2,3.5", symbol: "triangle2", filled: true },
  { stroke: "#cc79a7", ink: "#9a3f75", width: 1.25, symbol: "square2", filled: false },
  { stroke: "#e69f00", ink: "#8a5f00", width: 2.25, dash: "14,4", symbol: "square2", filled: true },
  { stroke: "#1a1a1a", ink: "#1a1a1a", width: 1, dash: "1.5,3", symbol: "asterisk", filled: false },
  { stroke: "#56b4e9", ink: "#1c6f9e", width: 3.5, symbol: "plus", filled: false },
  { stroke: "#7f7f7f", ink: "#595959", width: 2, dash: "8,3,2,3,2,3", symbol: "circle", filled: false },
  { stroke: "#0072b2", ink: "#00609a", width: 1.25, dash: "3,2", symbol: "triangle2", filled: false },
];

/**
 * A style for each label, the same in all panels, and never the same for two labels of one panel while there are
 * styles left.
 */
export function chartStyles({ panels }: Chart): (label: string) => ChartStyle {
  const indices = new Map<string, number>();
  const labels = panels.map(({ curves }) => new Set(curves.map(({ label }) => label)));
  for (const label of labels.flatMap((of) => [...of])) {
    if (indices.has(label)) continue;
    const company = labels.filter((of) => of.has(label)).flatMap((of) => [...of]);
    const taken = new Set(company.map((other) => indices.get(other)));
    let index = 0;
    while (taken.has(index)) index++;
    indices.set(label, index);
  }
  return (label) => styles[(indices.get(label) ?? 0) % styles.length];
}
