import { type KernelMemory, wasmMemoryOf } from "../memory/open-memory.ts";
import { platform } from "../platform.ts";
import type { RawKernels } from "../raw-kernels.ts";
import { moduleFor } from "../wasm/module-for.ts";
import {
  CONTROL_BYTES,
  COUNT,
  DONE,
  FAILED,
  KERNEL,
  NUMBERS_AT,
  READY,
  RESULT,
  TURN,
} from "./control.ts";
import { KernelThreadError } from "./kernel-thread-error.ts";
import { type Spawned, spawn } from "./spawn.ts";
import { workerSource } from "./worker-source.ts";

/** Workers that run kernels on one shared memory. */
export interface Team {
  /**
   * Gives worker i a task, if it is ready; a worker is started in the background, and a program that never
   * waits may be done before it is.
   *
   * @throws KernelThreadError if the worker has ended
   */
  post(i: number, kernel: string, numbers: readonly number[]): boolean;
  /**
   * Waits for the task that worker i was given.
   *
   * @param patience how long to wait at most, in ms
   * @throws KernelThreadError if it failed or does not answer
   */
  result(i: number, patience: number): number;
  /** Ends the workers. */
  end(): void;
}

interface Member {
  readonly worker: Spawned;
  readonly flags: Int32Array<SharedArrayBuffer>;
  readonly numbers: Float64Array<SharedArrayBuffer>;
}

/** @param names the kernels that will be asked for */
export function openTeam(
  memory: KernelMemory,
  size: number,
  names: readonly (keyof RawKernels)[],
): Team {
  const members = Array.from({ length: size }, (): Member => {
    const control = new SharedArrayBuffer(CONTROL_BYTES);
    const data = { module: moduleFor("shared"), memory: wasmMemoryOf(memory), control, names };
    return {
      worker: spawn(workerSource, data),
      flags: new Int32Array(control, 0, NUMBERS_AT / 4),
      numbers: new Float64Array(control, NUMBERS_AT),
    };
  });

  function post(i: number, kernel: string, given: readonly number[]): boolean {
    const { worker, flags, numbers } = members[i];
    if (worker.ended !== undefined) throw lost(i, worker.ended);
    if (Atomics.load(flags, READY) === 0) return false;
    numbers.set(given);
    flags[KERNEL] = names.indexOf(kernel as keyof RawKernels);
    flags[COUNT] = given.length;
    Atomics.add(flags, TURN, 1);
    Atomics.notify(flags, TURN);
    return true;
  }

  function result(i: number, patience: number): number {
    const { flags, numbers } = members[i];
    const turn = Atomics.load(flags, TURN);
    const end = platform().performance.now() + patience;
    for (let done = Atomics.load(flags, DONE); done !== turn; done = Atomics.load(flags, DONE)) {
      if (platform().performance.now() > end)
        throw lost(i, `it did not answer within ${patience} ms`);
      pause(flags, done);
    }
    if (Atomics.load(flags, FAILED) === 1) throw lost(i, "its kernel failed");
    return numbers[RESULT];
  }

  function end(): void {
    for (const { worker, flags } of members) {
      Atomics.store(flags, TURN, -1);
      Atomics.notify(flags, TURN);
      if (Atomics.load(flags, READY) === 0) worker.terminate();
    }
  }

  return { post, result, end };
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
