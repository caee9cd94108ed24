import { expect, test } from "vitest";
import { ratioOf } from "../src/measure/result.ts";
import { workloads } from "../src/workloads.ts";
import { calmly, measureReal, only } from "./measure-real.ts";

/** Who is faster than whom, and by how much at least: under half of what was seen, however busy the machine. */
const claims = [
  {
    workload: "network-gradient",
    case: "f64, 1e3 × 784",
    fast: "proxkit",
    slow: "ml-matrix",
    factor: 3,
  },
  {
    workload: "network-gradient",
    case: "f64, 1e3 × 784",
    fast: "proxkit",
    slow: "scalar twin",
    factor: 1.3,
  },
  {
    workload: "network-gradient",
    case: "f32, 1e3 × 784",
    fast: "proxkit",
    slow: "scalar twin",
    factor: 1.3,
  },
  {
    workload: "linear-gradients",
    case: "logistic, 1e3 × 784",
    fast: "proxkit",
    slow: "scalar twin",
    factor: 1.3,
  },
  ...(["soft", "hard", "TL1, a = 1", "H_s, s = n/100"] as const).map((operator) => ({
    workload: "prox" as const,
    case: `${operator}, n = 1e5`,
    fast: "proxkit kernels",
    slow: "scalar twin",
    factor: 1.3,
  })),
  {
    workload: "tables",
    case: "15 runs of 100 iterations",
    fast: "proxkit",
    slow: "array style",
    factor: 1,
  },
] as const;

test.each(claims)("$workload: $fast is at least $factor times as fast as $slow", (claim) =>
  calmly(async () => {
    const workload = workloads.find(({ name }) => name === claim.workload);
    const one = workload?.cases("full").find(({ name }) => name === claim.case);
    if (!workload || !one) throw new Error(`there is no ${claim.workload}, ${claim.case}`);
    const free = { ...workload, reference: claim.fast };
    const [result] = await measureReal(free, [only(one, claim.fast, claim.slow)]);
    expect(ratioOf(result, claim.slow)).toBeGreaterThan(claim.factor);
  }),
);
