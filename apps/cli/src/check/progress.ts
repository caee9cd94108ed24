import cliProgress from "cli-progress";

export interface LawProgress {
  show(law: string, done: number, of: number): void;
  end(): void;
}

/** A bar on standard error that names the law at hand; silent where standard error is not a terminal. */
export function lawProgress(): LawProgress {
  if (!process.stderr.isTTY) return { show: () => {}, end: () => {} };
  const bar = new cliProgress.SingleBar({
    format: "checking {bar} {value}/{total} {law}",
    barCompleteChar: "█",
    barIncompleteChar: "░",
    barsize: 24,
    clearOnComplete: true,
    stopOnComplete: false,
    linewrap: true, // Ctrl-C may end all at any time: nothing of the terminal is changed
    stream: process.stderr,
  });
  let started = false;
  return {
    show(law, done, of) {
      if (!started) bar.start(of, done, { law });
      started = true;
      bar.update(done, { law });
    },
    end() {
      if (started) bar.stop();
    },
  };
}
