import { setImmediate as nextTurn } from "node:timers/promises";

/** Ctrl-C came before the work was done. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
}

/** Milliseconds of work between looks at the signals. */
const SLICE = 40;

export interface Turns {
  /** Lets signals and others have their turn, if it is time. @throws Interrupted after Ctrl-C */
  rest(): Promise<void>;
  /** Never fulfilled; rejected with {@link Interrupted} by Ctrl-C. */
  readonly interruption: Promise<never>;
}

/** Does some work that Ctrl-C may end; a second Ctrl-C ends the program as ever. */
export async function interruptible<T>(work: (turns: Turns) => Promise<T>): Promise<T> {
  let came = false;
  let interrupt = () => {};
  const interruption = new Promise<never>((_, reject) => {
    interrupt = () => {
      came = true;
      reject(new Interrupted("interrupted; nothing is written"));
    };
  });
  interruption.catch(() => {}); // it may be that nobody waits for it
  process.once("SIGINT", interrupt);
  let resumed = performance.now();
  try {
    return await work({
      interruption,
      async rest() {
        if (performance.now() - resumed < SLICE) return;
        await nextTurn();
        resumed = performance.now();
        if (came) await interruption;
      },
    });
  } finally {
    process.off("SIGINT", interrupt);
  }
}
