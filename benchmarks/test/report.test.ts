import { expect, test } from "vitest";
import type { CaseResult } from "../src/measure/result.ts";
import { bandwidthOf } from "../src/report/bandwidth.ts";
import { gridOf } from "../src/report/cells.ts";
import { toMarkdown } from "../src/report/markdown.ts";
import { chartOf, pictures } from "../src/report/pictures.ts";
import type { Report } from "../src/report/report.ts";
import { targetGrid } from "../src/report/targets.ts";
import { terminalReport } from "../src/report/terminal.ts";

const timed = (name: string, median: number, rest: object = {}) => ({
  name,
  host: "node" as const,
  threads: 1,
  median,
  minimum: median,
  load: 0,
  busy: 0,
  samples: [median],
  ...rest,
});
const wrong = { failure: { kind: "mismatch", says: "checksum 1.0e+0 from that of C" } } as const;

function result(size: number, rest: Partial<CaseResult> = {}): CaseResult {
  return {
    workload: "prox",
    name: `soft, n = ${size}`,
    series: "soft",
    size,
    parameters: { n: size },
    bytes: 8 * size,
    reference: "C",
    variants: [timed("proxkit", 40 * size), timed("C", 10 * size)],
    missing: [{ name: "numpy", lacks: ["numpy"] }],
    discarded: 0,
    ...rest,
  };
}

const read = result(1e6, {
  workload: "bandwidth",
  series: "read",
  variants: [timed("C", 4e5)],
});

const report: Report = {
  format: "proxkit-benchmarks",
  version: 1,
  date: "2026-01-01",
  command: "npm run bench",
  machine: { processor: "P", cores: 2, memoryGiB: 8, system: "linux x64", node: "v26" },
  peers: { versions: { C: "12" }, missing: ["numpy"], blas: null },
  rounds: 5,
  minimum: 20,
  results: [
    read,
    result(1000),
    result(2000, { variants: [timed("proxkit", 1, wrong), timed("C", 2)] }),
  ],
  races: [],
};

test("a row has the reference's time and every variant's ratio to it, or why there is none", () => {
  const { head, rows } = gridOf(report.results.slice(1));
  expect(head).toEqual(["case", "reference", "proxkit", "C", "numpy"]);
  expect(rows).toEqual([
    ["soft, n = 1000", "C 10 µs", "4.00", "1.00", "missing"],
    ["soft, n = 2000", "C 2 ns", "differs", "1.00", "missing"],
  ]);
});

test("the least time that reading takes is a column, where memory is a limit", () => {
  const { head, rows } = gridOf(report.results.slice(1, 2), 20e9); // 8000 bytes take 400 ns, C 10 µs
  expect([head.at(-1), rows[0].at(-1)]).toEqual(["memory limit", "0.04"]);
  expect(gridOf([result(1, { bytes: 0 })], 20e9).head).not.toContain("memory limit");
});

test("numbers of busy rounds are marked", () => {
  const { rows } = gridOf([
    result(1, { variants: [timed("proxkit", 40, { busy: 1 }), timed("C", 10)] }),
  ]);
  expect(rows[0]).toContain("≈4.00");
});

test("without its reference a workload shows times, not ratios to something else", () => {
  const { rows } = gridOf([result(1, { reference: null, variants: [timed("proxkit", 40)] })]);
  expect(rows[0]).toEqual(["soft, n = 1", "none ran", "40 ns", "missing"]);
});

test("an iteration's time is told for the reference and for proxkit", () => {
  const { head, rows } = gridOf([result(1, { iterations: 10 })]);
  expect(head[2]).toBe("ns/iteration: reference, proxkit");
  expect(rows[0][2]).toBe("1, 4");
});

test("table and page name a mismatch as an error, and what is missing", () => {
  for (const text of [terminalReport(report), toMarkdown(report, [])]) {
    expect(text).toContain(
      "ERROR: prox, soft, n = 2000: proxkit mismatch: checksum 1.0e+0 from that of C.",
    );
    expect(text).toContain("numpy is missing on this machine: its variants did not run.");
  }
});

test("the memory limit is the bytes at the speed of C's read", () => {
  const speed = bandwidthOf(report.results); // 8e6 bytes in 4e5 ns
  expect(speed).toBe(20e9);
  const chart = chartOf("prox", report.results.slice(1), speed);
  const limit = chart?.panels[0].curves.find(({ label }) => label === "memory limit");
  const [first, second] = limit?.y ?? [];
  expect(first).toBeCloseTo(0.0004, 12); // ms for 8000 bytes
  expect(second).toBeCloseTo(0.0008, 12);
  const ours = chart?.panels[0].curves.find(({ label }) => label === "proxkit");
  expect(ours?.y).toEqual([0.04, null]); // the second is a mismatch
});

test("without C's read no limit is drawn, and the caption says so", () => {
  const chart = chartOf("prox", report.results.slice(1), undefined);
  expect(chart?.panels[0].curves.map(({ label }) => label)).not.toContain("memory limit");
  expect(chart?.caption).toContain("no limit is drawn");
});

test("each workload with several sizes gets a picture", () => {
  const drawn = pictures(report);
  expect(drawn.map(({ name }) => name)).toEqual(["prox"]);
  expect(drawn[0].svg).toContain("memory limit");
});

test("a target is held against the medians, then against the least times", () => {
  const kernels = (median: number, minimum: number) =>
    result(1e6, {
      name: "soft, n = 1e6",
      variants: [timed("proxkit kernels", median, { minimum }), timed("C", 10)],
    });
  const verdictOf = (median: number, minimum: number) =>
    targetGrid({ ...report, results: [kernels(median, minimum)] }).rows;
  const row = (...cells: string[]) => [["soft, n = 1e6, proxkit kernels", "≤ 1.2", ...cells]];
  expect(verdictOf(12, 11)).toEqual(row("1.20", "1.10", "× C", "yes"));
  expect(verdictOf(13, 11)).toEqual(row("1.30", "1.10", "× C", "by the least times"));
  expect(verdictOf(13, 13)).toEqual(row("1.30", "1.30", "× C", "NO"));
});

test("ahead of the fastest peer, not of our own slow way, and not where no peer ran", () => {
  const path = (...variants: CaseResult["variants"]) =>
    targetGrid({ ...report, results: [result(10, { workload: "paths", name: "p", variants })] });
  const ours = [timed("proxkit", 10), timed("proximal gradient", 5)];
  const { rows } = path(...ours, timed("scikit-learn", 40), timed("glmnet", 20));
  expect(rows).toEqual([["p", "≤ 1", "0.50", "0.50", "× the fastest peer", "yes"]]);
  expect(path(...ours).rows).toEqual([]);
  expect(path(...ours, timed("glmnet", 20, wrong)).rows).toEqual([]);
});

test("two threads are held against one read of X, at C's speed", () => {
  const gradient = result(1, {
    workload: "network-gradient",
    name: "f64, 1e5 × 784",
    bytes: 20e6, // 1 ms at 20 GB/s
    variants: [timed("proxkit, 2 threads", 1.05e6)],
  });
  const { rows } = targetGrid({ ...report, results: [read, gradient] });
  expect(rows.map((row) => row.slice(1))).toEqual([
    ["≤ 1.1", "1.05", "1.05", "× one read of X", "yes"],
  ]);
  expect(targetGrid({ ...report, results: [gradient] }).rows).toEqual([]);
});

test("page and terminal have the targets, and without any no heading", () => {
  const gradient = result(1, {
    workload: "tables",
    name: "15 runs of 100 iterations",
    variants: [timed("proxkit", 10), timed("numpy", 900)],
  });
  const tables = { ...report, results: [gradient] };
  expect(toMarkdown(tables, [])).toContain("≥ 100 |   90.0 |");
  expect(terminalReport(tables)).toMatch(/90\.0 +90\.0 +times as fast as numpy +NO/);
  expect(toMarkdown(report, [])).not.toContain("## Targets");
});
