import { checkLength } from "../check-slots.ts";
import { dispose } from "../memory/dispose.ts";
import { KernelMemoryError } from "../memory/kernel-memory-error.ts";
import { engineOf } from "../memory/open-memory.ts";
import type { Slot, SlotArray } from "../memory/slot.ts";
import { platform } from "../platform.ts";
import { openTeam, type Team } from "../threads/open-team.ts";
import type { Pass, PassOptions } from "./pass.ts";

/** What sets one loss over rows apart from another. */
export interface RowPassDefinition {
  readonly caller: string;
  readonly kernel: "network" | "leastSquares" | "logistic";
  /** k, for the network; else 1. */
  readonly patches: number;
}

type KernelName = RowPassDefinition["kernel"] | `${RowPassDefinition["kernel"]}32`;

type Kernel = (...numbers: readonly number[]) => number;

/** The rows of one thread, where it writes, and its arguments with and without a gradient. */
interface Share {
  readonly g: Slot;
  readonly withGradient: readonly number[];
  readonly valueOnly: readonly number[];
}

/** Rows that wait to be added, in bytes; after them there is a byte for each patch. */
const QUEUE_BYTES = 48;

/** A worker may take this many times as long as this thread did, and some seconds. */
const PATIENCE = { times: 100, ms: 10_000 };

const teams = new FinalizationRegistry((team: Team) => team.end());

export function rowPass(definition: RowPassDefinition, options: PassOptions): Pass {
  const { caller, patches } = definition;
  const { X, y: targets, threads = 1 } = options;
  const { data, rows, columns } = X;
  const { memory } = data;
  checkLength(caller, "X.data", data, rows * columns);
  if (X.layout === "columns")
    throw new RangeError(`${caller}: X must have its rows together, received columns`);
  if (targets.length !== rows)
    throw new RangeError(`${caller}: y must have length ${rows}, received ${targets.length}`);
  if (!(Number.isInteger(threads) && threads >= 1 && threads <= rows))
    throw new RangeError(
      `${caller}: threads must be a whole number from 1 to the ${rows} rows, received ${threads}`,
    );
  if (threads > 1 && !memory.shared)
    throw new KernelMemoryError(`${caller}: more than 1 thread needs a memory that is shared`);

  const d = columns / patches;
  const name: KernelName =
    data.view instanceof Float32Array ? `${definition.kernel}32` : definition.kernel;
  const taken: Slot<SlotArray>[] = [];
  const y = kept(memory.float64(rows));
  const w = kept(memory.float64(d));
  y.view.set(targets);
  const shares = Array.from({ length: threads }, (_, i) => share(i));
  const team = threads > 1 ? openTeam(memory, threads - 1, [name]) : undefined;
  const posted = new Uint8Array(threads); // 1 for the shares that a worker does

  function kept<S extends Slot<SlotArray>>(slot: S): S {
    taken.push(slot);
    return slot;
  }

  function share(i: number): Share {
    const from = Math.floor((rows * i) / threads);
    const count = Math.floor((rows * (i + 1)) / threads) - from;
    const g = kept(memory.float64(d));
    const scratch = kept(memory.uint8(QUEUE_BYTES + patches));
    const bytes = data.view.BYTES_PER_ELEMENT;
    const shape = definition.kernel === "network" ? [count, patches, d] : [count, d];
    const numbers = (gradient: number) => [
      data.at + from * columns * bytes,
      y.at + 8 * from,
      w.at,
      gradient,
      scratch.at,
      ...shape,
      rows,
    ];
    return { g, withGradient: numbers(g.at), valueOnly: numbers(0) };
  }

  function evaluate(weights: Float64Array, out?: Float64Array): number {
    const kernel = engineOf(memory).kernels[name] as Kernel;
    w.view.set(weights);
    const numbers = (i: number) => (out ? shares[i].withGradient : shares[i].valueOnly);
    const sum = team ? together(team, kernel, numbers) : kernel(...numbers(0));
    if (out) gather(out);
    return sum / rows;
  }

  /** The sum over all shares, in order, each done by a worker where one is ready. */
  function together(team: Team, kernel: Kernel, numbers: (i: number) => readonly number[]): number {
    const { performance } = platform();
    for (let i = 1; i < threads; i++) posted[i] = team.post(i - 1, name, numbers(i)) ? 1 : 0;
    const start = performance.now();
    let sum = kernel(...numbers(0));
    const patience = PATIENCE.ms + PATIENCE.times * (performance.now() - start);
    for (let i = 1; i < threads; i++)
      sum += posted[i] === 1 ? team.result(i - 1, patience) : kernel(...numbers(i));
    return sum;
  }

  /** out ← Σᵢ gᵢ, in order. */
  function gather(out: Float64Array): void {
    out.set(shares[0].g.view);
    for (let i = 1; i < threads; i++) {
      const g = shares[i].g.view;
      for (let j = 0; j < d; j++) out[j] += g[j];
    }
  }

  function free(): void {
    team?.end();
    for (const slot of taken) slot.free();
  }

  const pass: Pass = Object.freeze({ dimension: d, evaluate, free, [dispose]: free });
  if (team) teams.register(pass, team);
  return pass;
}
