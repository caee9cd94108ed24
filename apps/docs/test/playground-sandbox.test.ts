import { describe, expect, it, vi } from "vitest";
import { evaluate } from "../playground/sandbox/evaluate.ts";
import type {
  EvaluatorMessage,
  SandboxJob,
  SandboxReply,
  WrittenPenalty,
} from "../playground/sandbox/messages.ts";
import { templates } from "../playground/sandbox/templates.ts";
import { type Limits, type WorkerLike, watch } from "../playground/sandbox/watch.ts";
import { CAPPED_L1 } from "../playground/state/panes.ts";

const request = { t: 0.5, reach: 3, at: 1.5, intervals: 60 };
const jobOf = (changed: Partial<WrittenPenalty>): SandboxJob => ({
  written: { ...CAPPED_L1, ...changed },
  request,
  radii: [1],
  laws: "check",
});

/** What is said of a penalty, but for what was tried. */
function answers(changed: Partial<WrittenPenalty>): EvaluatorMessage[] {
  const messages: EvaluatorMessage[] = [];
  evaluate(jobOf(changed), (message) => messages.push(message));
  return messages.filter(({ kind }) => kind !== "trying");
}

describe("a penalty that a reader writes", () => {
  it("is drawn, and held to the laws", () => {
    const [drawn, checked] = answers({});
    expect(drawn).toMatchObject({
      kind: "drawn",
      sampled: { threshold: 0.5, reading: { prox: 1.5, value: 1, envelope: 1 } }, // beyond c + t/2
      levels: [{ r: 1, level: 1 }],
    });
    expect(checked).toMatchObject({ kind: "checked" });
  });

  it("may begin with a right one or with a slip, and the laws tell which", () => {
    const broken = templates.map(({ written }) => {
      const checked = answers(written).at(-1);
      return checked?.kind === "checked" && checked.laws.filter((law) => law.outcome === "broken");
    });
    expect(broken.map((laws) => laws && laws.length > 0)).toEqual([false, true, true, false]);
    expect(broken[1]).toContainEqual({
      name: "prox is a global minimiser",
      outcome: "broken",
      words: expect.stringContaining("betterPoint = 10"),
    });
  });

  it.each<[string, Partial<WrittenPenalty>, string]>([
    ["is no JavaScript", { prox: "return v +;" }, "SyntaxError: prox(v, t): Unexpected token ';'"],
    ["throws", { value: "throw new Error('no ' + x)" }, "Error: no 1"],
    ["forgets a return", { value: "Math.abs(x);" }, "nothing: is a return missing?"],
    ["returns a text", { threshold: "return 'x'.repeat(1e6);" }, "something of type string"],
    ["calls itself for ever", { prox: "return (function f() { return f(); })()" }, "RangeError"],
    ["throws what throws", { value: "throw { toString() { throw 1; } }" }, "cannot be shown"],
    ["promises nonsense", { weakConvexity: -1 }, "weak convexity must be at least 0, received -1"],
  ])("that %s is refused with the reason", (_, changed, words) => {
    expect(answers(changed)).toEqual([{ kind: "failed", words: expect.stringContaining(words) }]);
  });

  it("cannot answer with a text of any length", () => {
    const [failed] = answers({ value: "throw new Error('x'.repeat(1e7))" });
    expect(failed.kind === "failed" && failed.words.length).toBe(2000);
  });
});

describe("the watcher", () => {
  const limits: Limits = { start: 50, draw: 20, check: 40 };
  const drawn = { kind: "drawn", sampled: {}, levels: [] };

  /** A worker that does what is told, and what the watcher made of it. */
  async function watched(conduct: (worker: WorkerLike, say: (message: unknown) => void) => void) {
    const replies: SandboxReply[] = [];
    let ended = 0;
    const worker: WorkerLike = {
      onmessage: null,
      onerror: null,
      postMessage: () => {},
      terminate: () => ended++,
    };
    const say = (data: unknown) =>
      worker.onmessage?.call(worker as Worker, new MessageEvent("message", { data }));
    const stop = watch(
      () => worker,
      jobOf({}),
      (reply) => replies.push(reply),
      limits,
    );
    conduct(worker, say);
    await vi.waitFor(() => expect(ended).toBe(1), { timeout: 1000 });
    return { replies, stop };
  }

  it("passes on what is found, and ends the worker", async () => {
    const checked = { kind: "checked", laws: [] };
    const { replies } = await watched((_, say) => {
      for (const message of [{ kind: "ready" }, drawn, checked, { kind: "failed" }]) say(message);
    });
    expect(replies).toEqual([drawn, checked]);
  });

  it("ends a worker that does not start, or does not answer, and says what it was trying", async () => {
    const silent = await watched(() => {});
    expect(silent.replies).toEqual([
      { kind: "failed", words: "the start took longer than 0.05 s, and was stopped" },
    ]);
    const stuck = await watched((_, say) => {
      say({ kind: "ready" });
      say({ kind: "trying", what: "prox(v, t)" });
    });
    expect(stuck.replies).toEqual([
      { kind: "failed", words: "prox(v, t) took longer than 0.02 s, and was stopped" },
    ]);
  });

  it("ends a worker that says what it was not asked, or too much", async () => {
    const words = "it sent messages of its own, and was stopped";
    for (const message of [null, "x", { kind: "hello" }]) {
      const { replies } = await watched((_, say) => say(message));
      expect(replies).toEqual([{ kind: "failed", words }]);
    }
    const { replies } = await watched((_, say) => {
      for (let n = 0; n < 1000; n++) say(drawn);
    });
    expect(replies.length).toBeLessThanOrEqual(11);
    expect(replies.at(-1)).toEqual({ kind: "failed", words });
  });

  it("tells why a worker ended by itself", async () => {
    const { replies } = await watched((worker) => {
      worker.onerror?.call(worker as Worker, { message: "out of memory" } as ErrorEvent);
    });
    expect(replies).toEqual([{ kind: "failed", words: "the worker ended: out of memory" }]);
  });
});
