import type { Crew } from "../src/hosts/crew.ts";
import type { Sample, Worker } from "../src/hosts/worker.ts";
import type { Case, Variant, Workload } from "../src/workload.ts";

/** What a made-up variant does; ns a run. */
export interface Made {
  readonly nanoseconds: number;
  /** Default: 1. */
  readonly sum?: number;
  /** In which round it throws. Default: never. */
  readonly throws?: number;
}

/** A workload of variants that take the time they say, without any process. */
export function made(variants: Readonly<Record<string, Made>>, reference?: string) {
  const log: string[] = [];
  let busy = 0;
  const list: Variant[] = Object.keys(variants).map((name) => ({
    name,
    host: "node",
    entry: name,
    needs: [name],
  }));
  const one: Case = {
    name: "case",
    series: "series",
    size: 1,
    parameters: { n: 1 },
    bytes: 8,
    data: () => ({}),
    variants: list,
  };
  const workload: Workload = {
    name: "made",
    title: "Made up",
    about: "",
    sizeLabel: "n",
    tolerance: 1e-9,
    ...(reference !== undefined && { reference }),
    node: {},
    cases: () => [one],
  };

  function workerOf({ name }: Variant): Worker {
    const { nanoseconds, sum = 1, throws } = variants[name];
    return {
      ask: async () => ({ ok: 1 }),
      async time(_, minimum): Promise<Sample> {
        if (busy++ > 0) throw new Error("two are busy at a time");
        await new Promise((resolve) => setTimeout(resolve, 1));
        busy--;
        if (minimum === 3) log.push(name); // not the warm-up
        if (log.filter((other) => other === name).length === throws) throw new Error("no more");
        return { nanoseconds, runs: 1, sum, size: Math.abs(sum), moment: 0 };
      },
      close: () => {},
    };
  }
  const crew: Crew = { workerOf, close: () => {} };
  return { workload, one, crew, log };
}
