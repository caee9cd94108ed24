import { checkLength } from "../check-slots.ts";
import { dispose } from "../memory/dispose.ts";
import { KernelMemoryError } from "../memory/kernel-memory-error.ts";
import { engineOf } from "../memory/open-memory.ts";
import type { Slot, SlotArray } from "../memory/slot.ts";
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

/** Some rows: where their gradient goes, and the kernel's arguments with and without it. */
interface Part {
  readonly g: Slot;
  readonly withGradient: readonly number[];
  readonly valueOnly: readonly number[];
}

/** Rows that wait to be added, in bytes; after them there is a byte for each patch. */
const QUEUE_BYTES = 48;

/** So many rows have a part of their own, if threads share them: to hand out less takes as long as to do it. */
const ROWS_FOR_ONE = 512;
/** And each thread has so many parts to take: the last one is waited for. */
const PARTS_FOR_ONE = 16;

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
  const most = threads === 1 ? 1 : PARTS_FOR_ONE * threads;
  const count = Math.max(threads, Math.min(most, Math.floor(rows / ROWS_FOR_ONE)));
  const parts = Array.from({ length: count }, (_, i) => part(i));
  const withGradient = parts.map((part) => part.withGradient);
  const valueOnly = parts.map((part) => part.valueOnly);
  const width = valueOnly[0].length;
  const team =
    threads > 1
      ? openTeam(memory, { workers: threads - 1, kernel: name, tasks: count, width })
      : undefined;

  function kept<S extends Slot<SlotArray>>(slot: S): S {
    taken.push(slot);
    return slot;
  }

  function part(i: number): Part {
    const from = Math.floor((rows * i) / count);
    const own = Math.floor((rows * (i + 1)) / count) - from;
    const g = kept(memory.float64(d));
    const scratch = kept(memory.uint8(QUEUE_BYTES + patches));
    const bytes = data.view.BYTES_PER_ELEMENT;
    const shape = definition.kernel === "network" ? [own, patches, d] : [own, d];
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
    w.view.set(weights);
    const tasks = out ? withGradient : valueOnly;
    let sum = 0;
    if (team) for (const value of team.run(tasks)) sum += value;
    else sum = (engineOf(memory).kernels[name] as Kernel)(...tasks[0]);
    if (out) gather(out);
    return sum / rows;
  }

  /** out ← Σᵢ gᵢ, in order. */
  function gather(out: Float64Array): void {
    out.set(parts[0].g.view);
    for (let i = 1; i < parts.length; i++) {
      const g = parts[i].g.view;
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
