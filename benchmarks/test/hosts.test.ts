import { expect, test } from "vitest";
import { writeData } from "../src/data/files.ts";
import { makeCrew } from "../src/hosts/crew.ts";
import { findPeers } from "../src/hosts/peers.ts";
import { startWorker } from "../src/hosts/worker.ts";
import { workloads } from "../src/workloads.ts";
import { measureReal, noPeers } from "./measure-real.ts";
import { scratch } from "./scratch.ts";

// numba and torch take longer to start than all this: `npm run bench -- --quick` has them
const peers = findPeers(["numba", "torch"]);

test.each(workloads)(
  "$name: what every host computes has the reference's checksum",
  async (workload) => {
    const quick = workload.cases("quick");
    const smallest = quick.filter(
      ({ series }, i) => quick.findIndex((one) => one.series === series) === i,
    );
    const results = await measureReal(workload, smallest, { peers, rounds: 1, warmUp: 1 });
    const failures = results.flatMap(({ name, variants }) =>
      variants.flatMap(({ name: variant, failure }) => (failure ? [[name, variant, failure]] : [])),
    );
    expect(failures).toEqual([]);
    for (const { variants } of results) expect(variants.map(({ host }) => host)).toContain("node");
  },
  120_000,
);

test.runIf(peers.compiler)("C is compiled and runs where there is a compiler", async () => {
  const [bandwidth] = workloads;
  const [one] = bandwidth.cases("quick");
  const [result] = await measureReal(bandwidth, [one], { peers, rounds: 1, warmUp: 1 });
  expect(result.reference).toBe("C");
  expect(result.variants.find(({ name }) => name === "C")?.median).toBeGreaterThan(0);
});

test("C that does not compile is an error with the compiler's words", () => {
  const broken = { ...noPeers, compiler: process.execPath }; // refuses the flags, as a compiler might
  const crew = makeCrew("bandwidth", broken, scratch());
  expect(() => crew.workerOf({ name: "C", host: "c", entry: "sum" })).toThrow(
    /cannot compile bandwidth\.c/,
  );
});

test("what is asked of a worker that dies is an error with its last words, not a wait for ever", async () => {
  const dying = startWorker({
    command: process.execPath,
    args: ["-e", "console.error('out of luck'); process.exit(3)"],
  });
  await expect(dying.ask({ do: "time", job: 0 })).rejects.toThrow(/ended \(3\): out of luck/);
});

test("a program that is not there is an error", async () => {
  const none = startWorker({ command: "proxkit-no-such-program", args: [] });
  await expect(none.ask({ do: "time", job: 0 })).rejects.toThrow(/ENOENT/);
});

test("an entry that a workload does not have is an error with its name", async () => {
  const crew = makeCrew("bandwidth", noPeers, scratch());
  const worker = crew.workerOf({ name: "x", host: "node", entry: "x" });
  await expect(worker.ask({ do: "load", job: 0, entry: "no such" })).rejects.toThrow(
    /bandwidth has no no such/,
  );
  crew.close();
});

test("a sample has as many runs as its least time takes", async () => {
  const [bandwidth] = workloads;
  const crew = makeCrew("bandwidth", noPeers, scratch());
  const worker = crew.workerOf({ name: "sum", host: "node", entry: "sum" });
  const files = writeData(scratch(), "sum", { X: new Float64Array(1000).fill(0.5) });
  await worker.ask({ do: "load", job: 0, entry: Object.keys(bandwidth.node)[0], ...files });
  const { nanoseconds, runs, sum } = await worker.time(0, 3, true);
  expect(sum).toBe(500);
  expect(runs).toBeGreaterThan(1);
  expect(nanoseconds * runs).toBeGreaterThanOrEqual(3e6);
  crew.close();
});
