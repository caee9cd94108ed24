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

const [rows, k, d] = [501, 3, 20];

/** The network on the same data, on so many threads. */
function onThreads(threads: number, type: "float64" | "float32" = "float64", m = rows): Pass {
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

  it("give the loss of one thread where there are more parts than threads, with the same bits each time", async () => {
    const many = 512 * 7 + 3;
    const [one, two] = [onThreads(1, "float64", many), onThreads(2, "float64", many)];
    const early = evaluated(two); // this thread does all parts itself
    evaluated(one).forEach((x, i) => {
      expect(early[i]).toBeCloseTo(x, 13);
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    for (let i = 0; i < 200; i++) expect(evaluated(two)).toEqual(early);
    two.free();
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

describe("a team", () => {
  const options = { workers: 1, kernel: "dot", tasks: 40, width: 3 } as const;
  const ready = async (team: ReturnType<typeof openTeam>) => {
    for (let i = 0; i < 100 && team.ready === 0; i++)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(team.ready).toBe(1);
  };

  it("computes what it is given, in order, whether its worker is there yet or not", async () => {
    const memory = openMemory({ shared: true });
    const x = memory.float64(40);
    x.view.set(numbers(40));
    const tasks = Array.from({ length: 40 }, (_, i) => [x.at + 8 * i, x.at + 8 * i, 1]);
    const team = openTeam(memory, options);
    const squares = Array.from(x.view, (v) => v * v);
    expect(Array.from(team.run(tasks))).toEqual(squares);
    await ready(team);
    for (let i = 0; i < 100; i++) expect(Array.from(team.run(tasks))).toEqual(squares);
    expect(Array.from(team.run(tasks.slice(0, 2)))).toEqual(squares.slice(0, 2));
    team.end();
  });

  it("shares: while this thread is at a long task its worker takes the next", async () => {
    const memory = openMemory({ shared: true, bytes: 2 ** 26 });
    const x = memory.float64(2 ** 22);
    const bad = [2 ** 32 - 8, 64, 3]; // out of bounds: an error that says who had it
    const taken: unknown[] = [];
    for (let n = 0; n < 5; n++) {
      const team = openTeam(memory, options);
      await ready(team);
      try {
        team.run([[x.at, x.at, x.length], bad]);
      } catch (error) {
        taken.push(error);
      }
      team.end();
    }
    const byWorker = new KernelThreadError("threads: worker 1 is lost: its kernel failed");
    expect(taken).toContainEqual(byWorker); // on a busy machine not each time
  });

  it("whose kernel fails is an error, and stays one", async () => {
    const memory = openMemory({ shared: true });
    const team = openTeam(memory, options);
    await ready(team);
    const tasks = Array.from({ length: 40 }, () => [2 ** 32 - 8, 64, 3]); // out of bounds
    expect(() => team.run(tasks)).toThrow();
    expect(() => team.run([[64, 64, 3]])).toThrow();
    team.end();
  });

  it("whose worker does not answer is an error, not a hang", async () => {
    const memory = openMemory({ shared: true });
    const team = openTeam(memory, { ...options, patience: { ms: 100, times: 1 } });
    await ready(team);
    team.run([[64, 64, 3]]);
    team.end(); // it has left: the next run finds nobody
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(() => team.run([[64, 64, 3]])).toThrow(KernelThreadError);
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
