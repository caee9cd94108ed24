import { loadavg } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";

/** A round at a higher load average is not trusted: something else runs. */
export const LOAD_LIMIT = 1.5;

/** Watches the machine's load, and waits for calm as long as there is patience. */
export interface Calm {
  /** The load average of the last minute. */
  load(): number;
  /** Waits until the load is low, or patience is at its end; true if it is low. */
  wait(): Promise<boolean>;
  /** Whether a round at such a load is to be run again. */
  again(load: number): boolean;
}

export interface CalmOptions {
  /** Seconds to be spent on waiting and on repeated rounds, in all. */
  readonly patience: number;
  /** Gives the load average. Default: the system's; Windows has none, and gives 0. */
  readonly read?: () => number;
  /** Between two looks, ms. Default: 2000. */
  readonly pause?: number;
  readonly signal?: AbortSignal;
}

export function makeCalm({
  patience,
  read = () => loadavg()[0],
  pause = 2000,
  signal,
}: CalmOptions): Calm {
  let left = patience * 1000;
  let since: number | undefined;
  return {
    load: read,
    async wait() {
      since = performance.now();
      while (read() > LOAD_LIMIT && left > 0) {
        await sleep(Math.min(pause, left), undefined, signal && { signal });
        left -= pause;
      }
      return read() <= LOAD_LIMIT;
    },
    again(load) {
      if (load <= LOAD_LIMIT || left <= 0) return false;
      left -= performance.now() - (since ?? performance.now());
      return left > 0;
    },
  };
}
