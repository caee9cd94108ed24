import Table from "cli-table3";
import { colors } from "./colors.ts";

/** Four significant digits; tiny and huge numbers with an exponent. */
export function short(x: number): string {
  const rounded = Number(x.toPrecision(4));
  const size = Math.abs(rounded);
  return size === 0 || (size >= 1e-3 && size < 1e6) ? String(rounded) : rounded.toExponential();
}

/** As {@link short}, of what JSON keeps of a number. */
export function number(x: number | null): string {
  return x === null ? "not finite" : short(x);
}

/** `41.3%` */
export function percent(share: number | null): string {
  return share === null ? "unknown" : `${(100 * share).toFixed(1)}%`;
}

/** `0.09 s` */
export function seconds(ms: number): string {
  return `${short(Number((ms / 1000).toPrecision(2)))} s`;
}

/** `1 iteration`, `3 iterations` */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

const BARE = Object.fromEntries(
  [
    ["top", "top-mid", "top-left", "top-right", "bottom", "bottom-mid", "bottom-left"],
    ["bottom-right", "left", "left-mid", "mid", "mid-mid", "right", "right-mid", "middle"],
  ]
    .flat()
    .map((part) => [part, ""]),
);

/** Columns that line up, without lines; numbers flush right. */
export function lineUp(
  rows: readonly (readonly string[])[],
  head?: readonly string[],
  right: readonly number[] = [],
): string {
  const width = Math.max(...[...rows, head ?? []].map((row) => row.length));
  const table = new Table({
    ...(head && { head: head.map((word) => colors.dim(word)) }),
    chars: BARE,
    colAligns: Array.from({ length: width }, (_, j) => (right.includes(j) ? "right" : "left")),
    style: { head: [], border: [], "padding-left": 0, "padding-right": 2 },
  });
  table.push(...rows.map((row) => [...row]));
  return table
    .toString()
    .split("\n")
    .map((line) => `  ${line}`.trimEnd())
    .join("\n");
}
