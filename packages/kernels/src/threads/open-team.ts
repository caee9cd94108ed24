import { engineOf, type KernelMemory, wasmMemoryOf } from "../memory/open-memory.ts";
import { platform } from "../platform.ts";
import type { RawKernels } from "../raw-kernels.ts";
import { moduleFor } from "../wasm/module-for.ts";
import {
  DONE,
  FAILED,
  FLAG_BYTES,
  NEXT,
  NUMBERS_AT,
  READY,
  TASKS,
  TURN,
  WIDTH,
} from "./control.ts";
import { KernelThreadError } from "./kernel-thread-error.ts";
import { type Spawned, spawn } from "./spawn.ts";
import { workerSource } from "./worker-source.ts";

/** This thread and workers that run a kernel on one shared memory. */
export interface Team {
  /** How many workers are ready; they are started in the background, and a program that never waits may be done before. */
  readonly ready: number;
  /**
   * Runs the kernel on each task, its arguments. This thread and the workers that are ready take one after the other, each
   * the next as soon as it can: who is slowed by something else takes fewer.
   *
   * @returns what the kernel returned for each task, in their order; to be read before the next run
   * @throws KernelThreadError if a worker has ended, failed or does not answer; the team is then of no more use
   */
  run(tasks: readonly (readonly number[])[]): Float64Array;
  /** Ends the workers. */
  end(): void;
}

export interface TeamOptions {
  readonly workers: number;
  readonly kernel: keyof RawKernels;
  /** How many tasks a run has at most, and arguments a task. */
  readonly tasks: number;
  readonly width: number;
  /** What a worker may take longer than this thread takes for its share of a run: so many ms and so many times as long. */
  readonly patience?: { readonly ms: number; readonly times: number };
}

type Kernel = (...numbers: readonly number[]) => number;

interface Member {
  readonly worker: Spawned;
  readonly flags: Int32Array<SharedArrayBuffer>;
}

export function openTeam(memory: KernelMemory, options: TeamOptions): Team {
  const { workers, kernel: name, patience = { ms: 10_000, times: 100 } } = options;
  const queue = new SharedArrayBuffer(NUMBERS_AT + 8 * options.tasks * (1 + options.width));
  const heads = new Int32Array(queue, 0, NUMBERS_AT / 4);
  const numbers = new Float64Array(queue, NUMBERS_AT);
  const members = Array.from({ length: workers }, (): Member => {
    const own = new SharedArrayBuffer(FLAG_BYTES);
    const data = { module: moduleFor("shared"), memory: wasmMemoryOf(memory), own, queue, name };
    return { worker: spawn(workerSource, data), flags: new Int32Array(own) };
  });
  const started: boolean[] = members.map(() => false);
  let broken: unknown;

  function run(tasks: readonly (readonly number[])[]): Float64Array {
    if (broken) throw broken;
    try {
      post(tasks);
      const { performance } = platform();
      const start = performance.now();
      work(tasks);
      const took = performance.now() - start;
      const end = performance.now() + patience.ms + patience.times * took;
      for (let i = 0; i < workers; i++) if (started[i]) join(i, end);
    } catch (error) {
      broken = error; // a worker may still be at its task
      Atomics.store(heads, NEXT, tasks.length); // but takes no other
      throw error;
    }
    return numbers.subarray(0, tasks.length);
  }

  /** Writes the queue, and starts the workers. */
  function post(tasks: readonly (readonly number[])[]): void {
    for (const [i, { worker }] of members.entries())
      if (worker.ended !== undefined) throw lost(i, worker.ended);
    heads[NEXT] = 0;
    heads[TASKS] = tasks.length;
    heads[WIDTH] = tasks[0].length;
    let at = tasks.length;
    for (const task of tasks) {
      numbers.set(task, at);
      at += task.length;
    }
    for (const [i, { flags }] of members.entries()) {
      started[i] = Atomics.load(flags, READY) === 1;
      if (!started[i]) continue;
      Atomics.add(flags, TURN, 1);
      Atomics.notify(flags, TURN);
    }
  }

  /** This thread's share. */
  function work(tasks: readonly (readonly number[])[]): void {
    const kernel = engineOf(memory).kernels[name] as Kernel;
    for (;;) {
      const i = Atomics.add(heads, NEXT, 1);
      if (i >= tasks.length) return;
      numbers[i] = kernel(...tasks[i]);
    }
  }

  /** Waits until worker i is done. */
  function join(i: number, end: number): void {
    const { flags } = members[i];
    const turn = Atomics.load(flags, TURN);
    for (let done = Atomics.load(flags, DONE); done !== turn; done = Atomics.load(flags, DONE)) {
      if (platform().performance.now() > end) throw lost(i, "it does not answer");
      pause(flags, done);
    }
    if (Atomics.load(flags, FAILED) === 1) throw lost(i, "its kernel failed");
  }

  function end(): void {
    for (const { worker, flags } of members) {
      Atomics.store(flags, TURN, -1);
      Atomics.notify(flags, TURN);
      if (Atomics.load(flags, READY) === 0) worker.terminate();
    }
  }

  return {
    get ready() {
      return members.filter(({ flags }) => Atomics.load(flags, READY) === 1).length;
    },
    run,
    end,
  };
}

function lost(i: number, why: string): KernelThreadError {
  return new KernelThreadError(`threads: worker ${i + 1} is lost: ${why}`);
}

/** Looks before it sleeps, in ms. */
const NAP = 50;
let maySleep = true;

/** Waits a little for the worker: asleep, where a thread may sleep. */
function pause(flags: Int32Array<SharedArrayBuffer>, done: number): void {
  for (let looks = 0; looks < 2000; looks++) if (Atomics.load(flags, DONE) !== done) return;
  if (!maySleep) return;
  try {
    Atomics.wait(flags, DONE, done, NAP);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    maySleep = false; // the main thread of a page
  }
}
