import { createInterface } from "node:readline";
import { readData } from "../data/files.ts";
import { checksumOf } from "../measure/checksum.ts";
import type { Job } from "../workload.ts";
import { workloads } from "../workloads.ts";
import type { Request } from "./worker.ts";

// The program of Node's workers: `node node-worker.js WORKLOAD`, a request a line, an answer a line.

const workload = workloads.find(({ name }) => name === process.argv[2]);
const jobs = new Map<number, Job>();

function load(request: Request): object {
  const prepare = workload?.node[String(request.entry)];
  if (!prepare) throw new Error(`${workload?.name ?? process.argv[2]} has no ${request.entry}`);
  const parameters = Object.entries(request).flatMap(([key, value]) =>
    key.startsWith("p.") ? [[key.slice(2), Number(value)] as const] : [],
  );
  jobs.set(Number(request.job), prepare(readData(request), Object.fromEntries(parameters)));
  return { ok: 1 };
}

function time({ job, minimum, settle }: Request): object {
  const run = jobs.get(Number(job));
  if (!run) throw new Error(`job ${job} is not loaded`);
  if (settle === 1) run();
  let result = new Float64Array();
  for (let runs = 1; ; runs *= 2) {
    const start = process.hrtime.bigint();
    for (let i = 0; i < runs; i++) result = run() as typeof result;
    const nanoseconds = Number(process.hrtime.bigint() - start);
    if (nanoseconds >= Number(minimum) * 1e6)
      return { nanoseconds: nanoseconds / runs, runs, ...checksumOf(result) };
  }
}

function answer(request: Request): object {
  if (request.do === "load") return load(request);
  if (request.do === "time") return time(request);
  jobs.delete(Number(request.job));
  return { ok: 1 };
}

createInterface({ input: process.stdin }).on("line", (line) => {
  let reply: object;
  try {
    reply = answer(JSON.parse(line) as Request);
  } catch (error) {
    reply = { error: error instanceof Error ? error.message : String(error) };
  }
  process.stdout.write(`${JSON.stringify(reply)}\n`);
});
