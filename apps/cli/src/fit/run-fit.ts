import { checkOutputs } from "../output/check-outputs.ts";
import { checkPictureName } from "../output/picture-file.ts";
import { writeWhole } from "../output/write-whole.ts";
import type { ExitCode } from "../program.ts";
import { UsageError } from "../usage-error.ts";
import type { Fitted } from "./fitted.ts";
import { learn } from "./learn.ts";
import { modelOf } from "./model.ts";
import { type FitOptions, type SettledOptions, type SolverName, settle } from "./options.ts";
import { drawFit } from "./picture.ts";
import { formatReport } from "./report.ts";
import { summarize } from "./summary.ts";
import { formatTrace } from "./trace.ts";

export interface FitCommand extends FitOptions {
  readonly out?: string | undefined;
  readonly trace?: string | undefined;
  readonly plot?: string | undefined;
  readonly checkpoint?: string | undefined;
  readonly resume?: string | undefined;
  readonly truth?: string | undefined;
  readonly json?: boolean | undefined;
}

/** `proxkit fit`: all that can be refused is refused before the work; all files are written after it. */
export async function runFit(data: string, command: FitCommand): Promise<ExitCode> {
  const { out, trace, plot, checkpoint, resume, truth, json } = command;
  checkPictureName(plot);
  const named = { "--out": out, "--trace": trace, "--plot": plot };
  await checkOutputs({ ...named, "--checkpoint": checkpoint }, { DATA: data, "--truth": truth });
  await checkOutputs(named, { "--resume": resume }); // a checkpoint may replace the one before
  const taken = Object.entries({ ...named, "--checkpoint": checkpoint }).find(isStandardOutput);
  if (taken && json) throw new UsageError(`--json and ${taken[0]} - both go to standard output`);
  const options = settle(command);
  for (const note of unused(command, options)) say(note);

  const keepTrace = trace !== undefined || plot !== undefined;
  const request = { data, options, resume, truth, keepTrace };
  const { fitted, checkpoint: where } = await learn(request);
  for (const note of doubts(fitted)) say(note);

  const files = dropUndefined({ model: out, trace, picture: plot, checkpoint });
  const summary = summarize(fitted, files);
  if (out !== undefined) await writeWhole(out, modelOf(fitted, summary));
  if (trace !== undefined) await writeWhole(trace, formatTrace(fitted.trace));
  if (checkpoint !== undefined) await writeWhole(checkpoint, where());
  if (plot !== undefined) await writeWhole(plot, await drawFit(plot, fitted, summary));
  if (taken) process.stderr.write(formatReport(summary));
  else
    await writeWhole("-", json ? `${JSON.stringify(summary, null, 2)}\n` : formatReport(summary));
  return summary.outcome === "converged" ? 0 : 1;
}

function isStandardOutput([, path]: [option: string, path: string | undefined]): boolean {
  return path === "-";
}

function say(note: string): void {
  process.stderr.write(`proxkit: note: ${note}\n`);
}

/** What a user should know before trusting the weights. */
function doubts({ problem, weights, result }: Fitted): string[] {
  const { lossName, y } = problem;
  if (lossName === "squared" && isOffCentre(y)) return [OFF_CENTRE];
  const vanished = result.supportSize > 0 && weights.every((weight) => weight === 0);
  return vanished
    ? ["no positive multiple of the network found fits the target: all weights are 0"]
    : [];
}

const OFF_CENTRE =
  "the target's mean is far from 0 and no intercept is learned: subtract the means of target and columns";

/** Whether the mean is further from 0 than the values are from the mean. */
function isOffCentre(y: Float64Array): boolean {
  const mean = y.reduce((sum, value) => sum + value, 0) / y.length;
  const variance = y.reduce((sum, value) => sum + (value - mean) ** 2, 0) / y.length;
  return mean * mean > variance;
}

/** Which options each solver looks at, of those that not all do. */
const USED: Readonly<Record<SolverName, readonly (keyof FitOptions)[]>> = {
  rvsm: ["lambda", "beta", "normalize"],
  iht: ["sparsity"],
  gd: [],
  proxgrad: ["lambda"],
};

function unused(command: FitCommand, { solver }: SettledOptions): string[] {
  const notes = (["lambda", "beta", "normalize", "sparsity"] as const)
    .filter((name) => command[name] !== undefined && !USED[solver].includes(name))
    .map((name) => `--${name} is not used by --solver ${solver}`);
  if ((solver === "iht" || solver === "gd") && command.penalty !== "l1")
    notes.push(`--penalty is not used by --solver ${solver}`);
  if (command.patches !== undefined && command.loss !== "network")
    notes.push(`--patches is not used with --loss ${command.loss}`);
  return notes;
}

function dropUndefined(
  files: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
