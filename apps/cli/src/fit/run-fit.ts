import { checkWritable, writeWhole } from "../output/write-whole.ts";
import type { ExitCode } from "../program.ts";
import { UsageError } from "../usage-error.ts";
import { learn } from "./learn.ts";
import { defaultSolver } from "./method.ts";
import { modelOf } from "./model.ts";
import type { FitOptions, SolverName } from "./options.ts";
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
  readonly json?: boolean | undefined;
}

/** `proxkit fit`: all that can be refused is refused before the work; all files are written after it. */
export async function runFit(data: string, command: FitCommand): Promise<ExitCode> {
  const { out, trace, plot, checkpoint, resume, json } = command;
  if (plot !== undefined && !/\.(svg|png)$/i.test(plot))
    throw new UsageError(`--plot ${plot}: expected a name that ends in .svg or .png`);
  const named = { "--out": out, "--trace": trace, "--plot": plot, "--checkpoint": checkpoint };
  checkDistinct(named);
  for (const [option, path] of Object.entries(named)) await checkWritable(option, path);
  for (const note of unused(command)) process.stderr.write(`proxkit: note: ${note}\n`);

  const files = dropUndefined({ model: out, trace, picture: plot, checkpoint });
  const outcome = await learn({ data, options: command, resume, files });
  const { fitted } = outcome;
  const { lossName, y } = fitted.problem;
  if (lossName === "squared" && isOffCentre(y))
    process.stderr.write(`proxkit: note: ${OFF_CENTRE}\n`);
  const summary = summarize(fitted);
  if (out !== undefined) await writeWhole(out, modelOf(fitted, summary));
  if (trace !== undefined) await writeWhole(trace, formatTrace(outcome.trace));
  if (checkpoint !== undefined) await writeWhole(checkpoint, outcome.checkpoint);
  if (plot !== undefined)
    await writeWhole(plot, await drawFit(plot, fitted, summary, outcome.trace));
  await writeWhole("-", json ? `${JSON.stringify(summary, null, 2)}\n` : formatReport(summary));
  return summary.outcome === "converged" ? 0 : 1;
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

function unused(command: FitCommand): string[] {
  const solver = command.solver ?? defaultSolver(command.loss);
  const notes = (["lambda", "beta", "normalize", "sparsity"] as const)
    .filter((name) => command[name] !== undefined && !USED[solver].includes(name))
    .map((name) => `--${name} is not used by --solver ${solver}`);
  if ((solver === "iht" || solver === "gd") && command.penalty !== "l1")
    notes.push(`--penalty is not used by --solver ${solver}`);
  if (command.patches !== undefined && command.loss !== "network")
    notes.push(`--patches is not used with --loss ${command.loss}`);
  return notes;
}

function checkDistinct(named: Readonly<Record<string, string | undefined>>): void {
  const seen = new Map<string, string>();
  for (const [option, path] of Object.entries(named)) {
    if (path === undefined) continue;
    const other = seen.get(path);
    if (other) throw new UsageError(`${other} and ${option} name the same file, ${path}`);
    seen.set(path, option);
  }
}

function dropUndefined(
  files: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
