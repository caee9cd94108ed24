import { execFile } from "node:child_process";
import { promisify } from "node:util";
import {
  KernelMemoryError,
  KernelThreadError,
  networkPass,
  openMemory,
  type Pass,
} from "@proxkit/kernels";
import { describe, expect, it } from "vitest";
import { openTeam } from "../src/threads/open-team.ts";
import { numbers } from "./samples.ts";

const [m, k, d] = [501, 3, 20];

/** The network on the same data, on so many threads. */
function onThreads(threads: number, type: "float64" | "float32" = "float64"): Pass {
  const memory = openMemory({ bytes: 1e6, shared: threads > 1 });
  const data = type === "float64" ? memory.float64(m * k * d) : memory.float32(m * k * d);
  data.view.set(numbers(m * k * d));
  const X = { data, rows: m, columns: k * d };
  return networkPass({ X, y: numbers(m, 2), patches: k, threads });
}

const weights = numbers(d, 3);
const evaluated = (pass: Pass) => {
  const gradient = new Float64Array(d);
  return [pass.evaluate(weights, gradient), ...gradient];
};

describe("threads", () => {
  it.each(["float64", "float32"] as const)("give the loss of one thread (%s)", (type) => {
    const [one, three] = [onThreads(1, type), onThreads(3, type)];
    const expected = evaluated(one);
    evaluated(three).forEach((x, i) => {
      expect(x).toBeCloseTo(expected[i], 14);
    });
    three.free();
  });

  it("give the same bits each time, whether the workers are there yet or not", async () => {
    const pass = onThreads(3);
    const early = evaluated(pass); // this thread does all parts itself
    await new Promise((resolve) => setTimeout(resolve, 300));
    for (let i = 0; i < 200; i++) expect(evaluated(pass)).toEqual(early);
    pass.free();
  });

  it("are refused beyond the rows, or without shared memory", () => {
    const data = openMemory({ shared: true }).float64(2);
    const plain = openMemory().float64(2);
    const pass = (slot: typeof data, threads: number) => () =>
      networkPass({ X: { data: slot, rows: 2, columns: 1 }, y: [1, 2], patches: 1, threads });
    expect(pass(data, 3)).toThrow(
      "threads must be a whole number from 1 to the 2 rows, received 3",
    );
    expect(pass(data, 0)).toThrow("received 0");
    expect(pass(plain, 2)).toThrow(KernelMemoryError);
  });
});

describe("a worker", () => {
  const ready = async (team: ReturnType<typeof openTeam>, numbers: number[]) => {
    for (let i = 0; i < 100 && !team.post(0, "dot", numbers); i++)
      await new Promise((resolve) => setTimeout(resolve, 20));
  };

  it("computes what it is given", async () => {
    const memory = openMemory({ shared: true });
    const x = memory.float64(3);
    x.view.set([1, 2, 3]);
    const team = openTeam(memory, 1, ["dot"]);
    await ready(team, [x.at, x.at, 3]);
    expect(team.result(0, 5000)).toBe(14);
    team.end();
  });

  it("whose kernel fails is an error", async () => {
    const memory = openMemory({ shared: true });
    const team = openTeam(memory, 1, ["dot"]);
    await ready(team, [2 ** 32 - 8, 64, 3]); // out of bounds
    expect(() => team.result(0, 5000)).toThrow(
      new KernelThreadError("threads: worker 1 is lost: its kernel failed"),
    );
    team.end();
  });

  it("that does not answer is an error, not a hang", async () => {
    const memory = openMemory({ shared: true });
    const team = openTeam(memory, 1, ["dot"]);
    await ready(team, [64, 64, 3]);
    team.result(0, 5000);
    team.end(); // it has left: the next task finds nobody
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(() => {
      if (team.post(0, "dot", [64, 64, 3])) team.result(0, 100);
    }).toThrow(KernelThreadError);
  });

  it("does not keep a process alive", async () => {
    const script = `
      import { networkPass, openMemory } from "@proxkit/kernels";
      const data = openMemory({ shared: true }).float64(100);
      const pass = networkPass({ X: { data, rows: 10, columns: 10 }, y: new Array(10).fill(1), patches: 1, threads: 2 });
      await new Promise((resolve) => setTimeout(resolve, 200));
      console.log(pass.evaluate(new Float64Array(10).fill(1)));`;
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ["--conditions=@proxkit/source", "--input-type=module", "-e", script],
      { timeout: 20_000 },
    );
    expect(stdout).toBe("1\n");
  });
});
