import type { IterationRecord } from "@proxkit/solvers";
import { makeBar } from "./bar.ts";

export interface Progress {
  show(record: IterationRecord): void;
  end(): void;
}

/** A bar that fills as the residual falls to the tolerance. */
export function makeProgress(tolerance: number): Progress {
  const bar = makeBar("learning {bar} iteration {iteration}, residual {residual}", {
    hideCursor: true,
  });
  const goal = Math.log(Math.min(0.5, tolerance || Number.EPSILON));
  return {
    show({ iteration, residual }) {
      const share = Math.log(Math.min(1, residual)) / goal;
      const shown = { iteration, residual: residual.toExponential(1) };
      bar.show(Math.min(100, Math.round(100 * share)), 100, shown);
    },
    end: bar.end,
  };
}
