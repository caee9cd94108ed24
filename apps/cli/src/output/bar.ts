import cliProgress from "cli-progress";

/** A bar that shows how far along some work is. */
export interface Bar {
  show(done: number, of: number, words?: Readonly<Record<string, string | number>>): void;
  end(): void;
}

/**
 * A bar on standard error, gone when it ends; silent where standard error is not a terminal.
 *
 * @param format as "learning {bar} iteration {iteration}"
 * @param hideCursor only where Ctrl-C is seen to, which brings the cursor back
 */
export function makeBar(format: string, { hideCursor }: { readonly hideCursor: boolean }): Bar {
  if (!process.stderr.isTTY) return { show: () => {}, end: () => {} };
  const bar = new cliProgress.SingleBar({
    format,
    barCompleteChar: "█",
    barIncompleteChar: "░",
    barsize: 24,
    clearOnComplete: true,
    stopOnComplete: false,
    // without a hidden cursor nothing of the terminal is changed
    ...(hideCursor ? { hideCursor } : { linewrap: true }),
    stream: process.stderr,
  });
  let started = false;
  return {
    show(done, of, words = {}) {
      if (!started) bar.start(of, done, words);
      started = true;
      bar.update(done, words);
    },
    end() {
      if (started) bar.stop();
    },
  };
}
