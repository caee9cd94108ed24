import { checkOutputs } from "../output/check-outputs.ts";
import { checkPictureName } from "../output/picture-file.ts";
import { writeWhole } from "../output/write-whole.ts";
import { isSeparable } from "../penalty/is-separable.ts";
import { leastLength } from "../penalty/least-length.ts";
import { type LoadedPenalty, loadPenalty } from "../penalty/load-penalty.ts";
import type { ExitCode } from "../program.ts";
import { UsageError } from "../usage-error.ts";
import { type CheckOptions, checkLaws } from "./check-laws.ts";
import { countOf } from "./count.ts";
import { pictureRange } from "./picture-range.ts";
import { lawProgress } from "./progress.ts";
import { formatCheck } from "./report.ts";
import { summarizeCheck } from "./summary.ts";

export interface CheckCommand extends CheckOptions {
  readonly plot?: string | undefined;
  readonly json?: boolean | undefined;
}

/** `proxkit check`: 0 if every law holds, 1 if one is broken. */
export async function runCheck(text: string, command: CheckCommand): Promise<ExitCode> {
  const { plot, json } = command;
  checkPictureName(plot);
  await checkOutputs({ "--plot": plot });
  const loaded = await loadPenalty(text, "penalty");
  const dimension = leastLength(loaded, command.dimension);
  const results = await check(loaded, command);
  if (plot !== undefined) {
    const { penalty } = loaded;
    const threshold = isSeparable(penalty) ? penalty.scalar.threshold : undefined;
    const { samplePenalty } = await import("../prox/sample.ts");
    const { drawPenalty } = await import("../prox/picture.ts");
    const range = pictureRange(results, threshold);
    const sampled = samplePenalty(penalty, { ...range, points: 601, dimension });
    await writeWhole(plot, await drawPenalty(plot, loaded, sampled));
  }
  await writeWhole(
    "-",
    json
      ? `${JSON.stringify(summarizeCheck(loaded, command, results, plot), null, 2)}\n`
      : formatCheck(loaded, command, results, plot),
  );
  return countOf(results).broken === 0 ? 0 : 1;
}

async function check(loaded: LoadedPenalty, options: CheckOptions) {
  const progress = lawProgress();
  try {
    return await checkLaws(loaded, options, progress.show);
  } catch (error) {
    const reason = error instanceof Error ? error.message : error;
    throw new UsageError(`penalty ${loaded.module}: does not work: ${reason}`, { cause: error });
  } finally {
    progress.end();
  }
}
