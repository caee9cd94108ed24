import { columnsOf } from "../data/columns-of.ts";
import { fitPath } from "../data/fit-path.ts";
import type { PathRequest, PathResult, Progress } from "../data/path-result.ts";
import { readCsv, type Table } from "../data/read-csv.ts";
import { type LearnFrame, type LearnRun, startLearning } from "../learn/learn-run.ts";
import { type LevelLine, levelLines } from "../penalties/level-lines.ts";
import { makePenalty } from "../penalties/make-penalty.ts";
import type { PenaltySpec } from "../penalties/penalty-spec.ts";
import {
  type SampledPenalty,
  type SampleRequest,
  samplePenalty,
} from "../penalties/sample-penalty.ts";
import type { LearnSettings } from "../state/panes.ts";

/** What the panes ask of their workers. */
export interface PlaygroundWork {
  samplePenalties(specs: readonly PenaltySpec[], request: SampleRequest): SampledPenalty[];
  levelLines(specs: readonly PenaltySpec[], radii: readonly number[]): LevelLine[][];
  /** Begins anew, and takes so many steps. */
  startLearning(settings: LearnSettings): LearnFrame;
  /** Goes on until so many steps have been taken in all, or the milliseconds are used up. */
  advanceTo(iteration: number, milliseconds?: number): LearnFrame;
  readCsv(bytes: Uint8Array, source: string): Table;
  /** @param target the name of the column that the others are to explain */
  fitPath(
    table: Table,
    target: string,
    options: PathOptions,
    progress: Progress,
  ): Promise<PathResult>;
}

/** A request but for the data. */
export type PathOptions = Omit<PathRequest, "X" | "y">;

/** The work itself; it runs in Node as well. */
export function playgroundWork(): PlaygroundWork {
  let run: LearnRun | undefined;
  return {
    samplePenalties: (specs, request) =>
      specs.map((spec) => samplePenalty(makePenalty(spec), request)),
    levelLines: (specs, radii) => specs.map((spec) => levelLines(makePenalty(spec), radii)),
    startLearning(settings) {
      run = startLearning(settings);
      return run.advanceTo(settings.step);
    },
    advanceTo(iteration, milliseconds) {
      if (!run) throw new Error("playground: learning has not begun");
      return run.advanceTo(iteration, milliseconds);
    },
    readCsv,
    fitPath: (table, target, options, progress) =>
      fitPath({ ...options, ...columnsOf(table, target) }, progress),
  };
}
