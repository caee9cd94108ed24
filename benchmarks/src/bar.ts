import cliProgress from "cli-progress";

/** Shows how far along the work is. */
export interface Bar {
  show(done: number, of: number, words: Readonly<Record<string, string>>): void;
  end(): void;
}

/** A bar on standard error, gone when it ends; silent where standard error is not a terminal. */
export function makeBar(format: string): Bar {
  if (!process.stderr.isTTY) return { show: () => {}, end: () => {} };
  const bar = new cliProgress.SingleBar({
    format,
    barCompleteChar: "█",
    barIncompleteChar: "░",
    barsize: 24,
    clearOnComplete: true,
    stopOnComplete: false,
    linewrap: true, // nothing of the terminal is changed, so that an interrupt leaves it as it was
    stream: process.stderr,
  });
  let started = false;
  return {
    show(done, of, words) {
      if (!started) bar.start(of, done, words);
      started = true;
      bar.update(done, words);
    },
    end() {
      if (started) bar.stop();
    },
  };
}
