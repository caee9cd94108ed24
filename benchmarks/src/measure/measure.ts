import { rmSync } from "node:fs";
import { seededRandom } from "@proxkit/core";
import { writeData } from "../data/files.ts";
import type { Crew } from "../hosts/crew.ts";
import type { Sample } from "../hosts/worker.ts";
import type { Case, Variant, Workload } from "../workload.ts";
import type { Calm } from "./calm.ts";
import { LOAD_LIMIT } from "./calm.ts";
import { apart } from "./checksum.ts";
import type { CaseResult, Failure, VariantResult } from "./result.ts";
import { shuffled } from "./shuffled.ts";
import { median } from "./statistics.ts";

export interface MeasureOptions {
  readonly rounds: number;
  readonly seed: number;
  /** How long each variant runs before the first round, at least; ms. */
  readonly warmUp: number;
  /** Of a sample, ms: the work is repeated until it takes that long. */
  readonly minimum: number;
  readonly calm: Calm;
  /** Where data goes for the workers. */
  readonly folder: string;
  /** The peers that are not there. */
  readonly missing: readonly string[];
  readonly signal?: AbortSignal;
  /** Called before each variant is loaded, and before each sample. */
  readonly onSample?: (done: number, of: number, words: string) => void;
}

/** One variant of one case, loaded in its worker. */
interface Contestant {
  readonly of: Case;
  readonly variant: Variant;
  readonly job: number;
  readonly samples: (Sample & { readonly load: number })[];
  /** What is thrown away and taken again, if the round was not calm. */
  fresh?: Sample;
  failure?: Failure;
}

const LONG = 1e9; // ns: such a run warms itself up

/**
 * Measures cases together: in each round every variant of every case is timed once, in a random order, one
 * at a time.
 *
 * A variant that fails, and one whose checksum is not that of the reference, is a failure with its name.
 */
export async function measure(
  workload: Workload,
  cases: readonly Case[],
  crew: Crew,
  options: MeasureOptions,
): Promise<CaseResult[]> {
  const { rounds, seed, warmUp, minimum, calm, folder, missing, signal, onSample } = options;
  const random = seededRandom(seed);
  const lacks = ({ needs = [] }: Variant) => needs.filter((name) => missing.includes(name));
  const contestants: Contestant[] = [];
  let discarded = 0;

  for (const one of cases) {
    const there = one.variants.filter((variant) => lacks(variant).length === 0);
    const files = there.length > 0 ? writeData(folder, `${contestants.length}`, one.data()) : {};
    const numbers = Object.entries(one.parameters).map(([name, value]) => [`p.${name}`, value]);
    for (const variant of there) {
      const contestant: Contestant = { of: one, variant, job: contestants.length, samples: [] };
      contestants.push(contestant);
      onSample?.(0, rounds * there.length, `${workload.name} ${one.name}: loading ${variant.name}`);
      await attempt(contestant, async (worker) => {
        const { entry, pages } = variant;
        const fields = { ...Object.fromEntries(numbers), ...files, ...(pages && { pages }) };
        await worker.ask({ do: "load", job: contestant.job, entry, ...fields });
        contestant.fresh = await worker.time(contestant.job, warmUp, false);
      });
    }
    for (const path of Object.values(files)) rmSync(String(path)); // they are large
  }

  async function attempt(
    contestant: Contestant,
    work: (worker: ReturnType<Crew["workerOf"]>) => Promise<void>,
  ): Promise<void> {
    signal?.throwIfAborted();
    if (contestant.failure) return;
    try {
      await work(crew.workerOf(contestant.variant));
    } catch (error) {
      signal?.throwIfAborted(); // its worker was ended
      const says = error instanceof Error ? error.message : String(error);
      contestant.failure = { kind: "failed", says };
    }
  }

  for (let round = 0; round < rounds; ) {
    await calm.wait();
    const before = calm.load();
    for (const [i, contestant] of shuffled(contestants, random).entries())
      await attempt(contestant, async (worker) => {
        const { variant, job, fresh, of } = contestant;
        onSample?.(
          round * contestants.length + i,
          rounds * contestants.length,
          `${workload.name} ${of.name}: ${variant.name}`,
        );
        contestant.fresh = await worker.time(job, minimum, (fresh?.nanoseconds ?? 0) < LONG);
      });
    const load = Math.max(before, calm.load());
    if (calm.again(load)) {
      discarded++;
      continue;
    }
    for (const { fresh, failure, samples } of contestants)
      if (fresh && !failure) samples.push({ ...fresh, load });
    round++;
  }

  for (const contestant of contestants)
    await attempt(contestant, async (worker) => {
      await worker.ask({ do: "drop", job: contestant.job });
    });

  return cases.map((of) => {
    const own = contestants.filter((contestant) => contestant.of === of);
    checkSums(workload, own);
    const results = own.map(resultOf);
    return {
      workload: workload.name,
      name: of.name,
      series: of.series,
      size: of.size,
      parameters: of.parameters,
      bytes: of.bytes,
      ...(of.iterations && { iterations: of.iterations }),
      reference: referenceOf(workload, results),
      variants: results,
      missing: of.variants
        .map((variant) => ({ name: variant.name, lacks: lacks(variant) }))
        .filter(({ lacks }) => lacks.length > 0),
      discarded,
    };
  });
}

/** Marks those whose results are not the reference's, in any round. */
function checkSums({ reference, tolerance }: Workload, contestants: readonly Contestant[]): void {
  const ran = contestants.filter(({ samples, failure }) => samples.length > 0 && !failure);
  const first = ran.find(({ variant }) => variant.name === reference) ?? ran[0];
  for (const contestant of ran)
    for (const sample of contestant.samples) {
      const gap = apart(first.samples[0], sample);
      if (gap <= tolerance) continue; // NaN is a failure
      const words = `checksum ${gap.toExponential(1)} from that of ${first.variant.name}, allowed ${tolerance}`;
      contestant.failure = { kind: "mismatch", says: words };
    }
}

function resultOf({ variant, samples, failure }: Contestant): VariantResult {
  const times = samples.map(({ nanoseconds }) => nanoseconds);
  return {
    name: variant.name,
    host: variant.host,
    threads: variant.threads ?? 1,
    median: times.length > 0 ? median(times) : null,
    minimum: times.length > 0 ? Math.min(...times) : null,
    load: samples.length > 0 ? Math.max(...samples.map(({ load }) => load)) : null,
    busy: samples.filter(({ load }) => load > LOAD_LIMIT).length,
    samples: times,
    ...(failure && { failure }),
  };
}

/** The workload's reference if it ran, else the fastest. */
function referenceOf({ reference }: Workload, results: readonly VariantResult[]): string | null {
  const sound = results.filter(({ failure, median }) => !failure && median !== null);
  if (reference !== undefined)
    return sound.some(({ name }) => name === reference) ? reference : null;
  const fastest = [...sound].sort((a, b) => (a.median ?? 0) - (b.median ?? 0))[0];
  return fastest?.name ?? null;
}
