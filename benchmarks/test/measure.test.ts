import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import { makeCalm } from "../src/measure/calm.ts";
import { measure } from "../src/measure/measure.ts";
import { ratioOf } from "../src/measure/result.ts";
import { type Made, made } from "./fake-crew.ts";

const still = makeCalm({ patience: 0, read: () => 0 });

async function measured(
  variants: Readonly<Record<string, Made>>,
  { reference, missing = [], rounds = 5, calm = still, seed = 1 }: Partial<Settings> = {},
) {
  const { workload, one, crew, log } = made(variants, reference);
  const options = { rounds, seed, warmUp: 100, minimum: 3, calm, folder: tmpdir(), missing };
  const [result] = await measure(workload, [one], crew, options);
  return { result, log };
}

interface Settings {
  reference: string;
  missing: readonly string[];
  rounds: number;
  calm: ReturnType<typeof makeCalm>;
  seed: number;
}

test("each round times every variant once, one at a time, in an order that differs from round to round", async () => {
  const four = {
    a: { nanoseconds: 1 },
    b: { nanoseconds: 2 },
    c: { nanoseconds: 3 },
    d: { nanoseconds: 4 },
  };
  const { result, log } = await measured(four);
  const rounds = [0, 4, 8, 12, 16].map((at) => log.slice(at, at + 4));
  for (const round of rounds) expect([...round].sort()).toEqual(["a", "b", "c", "d"]);
  expect(new Set(rounds.map((round) => round.join())).size).toBeGreaterThan(1);
  expect(result.variants.filter(({ failure }) => failure)).toEqual([]);
});

test("the seed decides the order", async () => {
  const four = {
    a: { nanoseconds: 1 },
    b: { nanoseconds: 2 },
    c: { nanoseconds: 3 },
    d: { nanoseconds: 4 },
  };
  const [first, again, other] = await Promise.all(
    [1, 1, 2].map((seed) => measured(four, { seed })),
  );
  expect(again.log).toEqual(first.log);
  expect(other.log).not.toEqual(first.log);
});

test("ratios are to the reference, or to the fastest where there is none", async () => {
  const variants = { slow: { nanoseconds: 30 }, C: { nanoseconds: 10 }, fast: { nanoseconds: 5 } };
  const named = await measured(variants, { reference: "C" });
  expect(ratioOf(named.result, "slow")).toBe(3);
  const free = await measured(variants);
  expect(free.result.reference).toBe("fast");
  expect(ratioOf(free.result, "slow")).toBe(6);
});

test("a variant with another checksum than the reference is a failure with its name, and has no ratio", async () => {
  const variants = {
    wrong: { nanoseconds: 1, sum: 1 + 1e-6 },
    C: { nanoseconds: 10 },
    right: { nanoseconds: 5, sum: 1 + 1e-12 },
  };
  const { result } = await measured(variants, { reference: "C" });
  const failures = result.variants.map(({ name, failure }) => [name, failure?.kind]);
  expect(failures).toEqual([
    ["wrong", "mismatch"],
    ["C", undefined],
    ["right", undefined],
  ]);
  expect(ratioOf(result, "wrong")).toBeUndefined();
  expect(ratioOf(result, "right")).toBe(0.5);
});

test("a checksum of NaN is a mismatch", async () => {
  const { result } = await measured(
    { C: { nanoseconds: 1 }, nan: { nanoseconds: 1, sum: Number.NaN } },
    { reference: "C" },
  );
  expect(result.variants[1].failure?.kind).toBe("mismatch");
});

test("a variant that dies is a failure with its words, and the others go on", async () => {
  const { result } = await measured({ C: { nanoseconds: 1 }, dies: { nanoseconds: 1, throws: 2 } });
  expect(result.variants[1].failure).toEqual({ kind: "failed", says: "no more" });
  expect(result.variants[1].samples).toHaveLength(1); // what it gave before
  expect(result.variants[0].samples).toHaveLength(5);
});

test.each([
  ["is missing", { missing: ["C"] }, {}],
  ["died", {}, { throws: 1 }],
])("where the reference %s there are no ratios to something else", async (_, settings, fate) => {
  const variants = { a: { nanoseconds: 1 }, C: { nanoseconds: 2, ...fate } };
  const { result } = await measured(variants, { reference: "C", ...settings });
  expect(result.reference).toBeNull();
  expect(ratioOf(result, "a")).toBeUndefined();
});

test("what needs a missing peer is named with the peer, and does not run", async () => {
  const { result, log } = await measured(
    { a: { nanoseconds: 1 }, numpy: { nanoseconds: 1 } },
    { missing: ["numpy"] },
  );
  expect(result.missing).toEqual([{ name: "numpy", lacks: ["numpy"] }]);
  expect(log).not.toContain("numpy");
});

test("a round at a high load is thrown away and run again", async () => {
  const loads = [0, 0, 9, 0, 0]; // wait, before, after: the first round ends at 9
  const calm = makeCalm({ patience: 60, read: () => loads.shift() ?? 0 });
  const { result, log } = await measured({ a: { nanoseconds: 1 } }, { calm, rounds: 2 });
  expect(result.discarded).toBe(1);
  expect(log).toHaveLength(3);
  expect(result.variants[0]).toMatchObject({ samples: [1, 1], busy: 0 });
});

test("without patience a round at a high load counts, and is marked", async () => {
  const calm = makeCalm({ patience: 0, read: () => 9 });
  const { result } = await measured({ a: { nanoseconds: 1 } }, { calm, rounds: 2 });
  expect(result.variants[0]).toMatchObject({ samples: [1, 1], busy: 2, load: 9 });
  expect(result.discarded).toBe(0);
});

test("it waits for calm, and no longer than its patience", async () => {
  const loads = [9, 9, 0, 0];
  expect(await makeCalm({ patience: 60, pause: 1, read: () => loads.shift() ?? 0 }).wait()).toBe(
    true,
  );
  expect(await makeCalm({ patience: 0.01, pause: 1, read: () => 9 }).wait()).toBe(false);
});
