import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { beside } from "./beside.ts";

/** As fast as C gets without a change of meaning; -fopenmp-simd reads `#pragma omp simd`, and adds no threads. */
const FLAGS = [
  "-O3",
  process.arch === "arm64" ? "-mcpu=native" : "-march=native", // clang on ARM knows only the first
  "-fopenmp-simd",
  "-fno-math-errno", // else sqrt is not done two or four at a time
  "-fno-trapping-math",
  "-std=gnu11",
];

/** Compiles a workload's C file together with the worker's program, into a folder; gives the program's path. */
export function compile(compiler: string, workload: string, folder: string): string {
  const program = join(folder, `${workload}-c`);
  const sources = [beside("hosts/worker.c"), beside(`workloads/${workload}.c`)];
  const include = `-I${beside("hosts")}`;
  const { status, stderr, error } = spawnSync(
    compiler,
    [...FLAGS, include, "-o", program, ...sources, "-lm"],
    { encoding: "utf8" },
  );
  if (status !== 0) {
    const first = stderr?.split("\n").find((line) => line.includes("error"));
    throw new Error(
      `${compiler} cannot compile ${workload}.c: ${error?.message ?? first ?? stderr}`,
    );
  }
  return program;
}
