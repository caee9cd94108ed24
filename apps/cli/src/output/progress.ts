import type { IterationRecord } from "@proxkit/solvers";
import cliProgress from "cli-progress";

export interface Progress {
  show(record: IterationRecord): void;
  end(): void;
}

const SILENT: Progress = { show: () => {}, end: () => {} };

/**
 * A bar on standard error that fills as the residual falls to the tolerance; silent where standard error
 * is not a terminal.
 */
export function makeProgress(tolerance: number): Progress {
  if (!process.stderr.isTTY) return SILENT;
  const bar = new cliProgress.SingleBar({
    format: "learning {bar} iteration {iteration}, residual {residual}",
    barCompleteChar: "█",
    barIncompleteChar: "░",
    barsize: 24,
    clearOnComplete: true,
    stopOnComplete: false,
    hideCursor: true,
    stream: process.stderr,
  });
  const goal = Math.log(Math.min(0.5, tolerance || Number.EPSILON));
  let started = false;
  return {
    show({ iteration, residual }) {
      const share = Math.log(Math.min(1, residual)) / goal;
      const shown = { iteration, residual: residual.toExponential(1) };
      if (!started) bar.start(100, 0, shown);
      started = true;
      bar.update(Math.min(100, Math.round(100 * share)), shown);
    },
    end() {
      if (started) bar.stop();
    },
  };
}
