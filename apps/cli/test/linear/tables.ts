import { readFileSync } from "node:fs";
import { join } from "node:path";
import { examples } from "../proxkit.ts";

/** A table of examples/data as columns. */
export function columnsOf(file: string): Map<string, number[]> {
  const [header, ...lines] = readFileSync(join(examples, file), "utf8").trim().split(/\r?\n/);
  const rows = lines.map((line) => line.split(",").map(Number));
  return new Map(header.split(",").map((name, j) => [name, rows.map((row) => row[j])]));
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The root of the mean square from the mean. */
export function deviation(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
}

/** Three kinds of flowers by two measures and noise; the kind follows from the measures, but for some. */
export const FLOWERS: string = [
  "petal_length,petal_width,noise,kind",
  ...Array.from({ length: 90 }, (_, i) => {
    const kind = i % 3;
    const wobble = (k: number) => Math.sin(1.7 * i * k + k);
    const petal = [kind + 0.6 * wobble(1), 2 - kind + 0.6 * wobble(2), wobble(3)];
    return [...petal.map((x) => x.toFixed(4)), ["iris, wild", "lily", "rose"][kind]]
      .map((cell) => (cell.includes(",") ? `"${cell}"` : cell))
      .join(",");
  }),
].join("\n");

/** y = 2 [red] − [blue] + 0.5 age + some noise, and a gap in one row. */
export const COLOURS: string = [
  "age,colour,weight,y",
  ...Array.from({ length: 60 }, (_, i) => {
    const colour = ["red", "green", "blue"][(i * i + Math.floor(i / 5)) % 3];
    const age = (i * 7) % 10;
    const effect = colour === "red" ? 2 : colour === "blue" ? -1 : 0;
    const y = effect + 0.5 * age + 0.1 * Math.sin(3 * i);
    return `${age},${i === 30 ? "" : colour},${1 + (i % 2)},${y.toFixed(5)}`;
  }),
].join("\n");
