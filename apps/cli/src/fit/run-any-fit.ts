import type { LinearFitCommand } from "../linear/run-linear-fit.ts";
import type { ExitCode } from "../program.ts";
import { UsageError } from "../usage-error.ts";
import { type LOSSES, type LossName, type SOLVERS, type SolverName, STEPPED } from "./options.ts";
import type { FitCommand } from "./run-fit.ts";

/** All that `proxkit fit` may be given. */
export type AnyFitCommand = Omit<FitCommand, "loss" | "solver"> &
  Omit<LinearFitCommand, "loss" | "intercept" | "standardize"> & {
    readonly loss?: (typeof LOSSES)[number] | undefined;
    readonly solver?: (typeof SOLVERS)[number] | undefined;
    readonly intercept?: boolean | undefined;
    readonly standardize?: boolean | undefined;
  };

/** `proxkit fit`: linear models by coordinate descent, or a run step by step. */
export async function runAnyFit(data: string, command: AnyFitCommand): Promise<ExitCode> {
  const loss = command.loss ?? (command.solver === "cd" ? "squared" : "network");
  const solver = command.solver ?? (loss === "network" ? "rvsm" : "cd");
  const { intercept = true, standardize = true } = command;
  if (solver !== "cd") {
    const stepped = steppedLoss(loss, solver);
    refuse(command, NEEDS_CD, `needs --solver cd; it is ${solver}`);
    const { runFit } = await import("./run-fit.ts");
    return await runFit(data, { ...command, loss: stepped, solver });
  }
  if (loss === "network")
    throw new UsageError(
      "--solver cd: is for linear models; a network takes rvsm, iht, gd or proxgrad",
    );
  refuse(command, NEEDS_STEPS, "is of solvers step by step, such as --solver proxgrad; it is cd");
  for (const name of UNUSED)
    if (command[name] !== undefined)
      process.stderr.write(`proxkit: note: --${name} is not used ${whyNot(name, loss)}\n`);
  const { runLinearFit } = await import("../linear/run-linear-fit.ts");
  return await runLinearFit(data, { ...command, loss, intercept, standardize });
}

function steppedLoss(loss: (typeof LOSSES)[number], solver: SolverName): LossName {
  const known = STEPPED.find((name) => name === loss);
  if (known) return known;
  throw new UsageError(`--solver ${solver}: takes --loss ${STEPPED.join(", ")}; ${loss} needs cd`);
}

const NEEDS_CD = [
  "cv",
  "rule",
  "measure",
  "repeats",
  "criterion",
  "intercept",
  "standardize",
  "weights",
  "featureWeights",
  "group",
  "categorical",
  "lambdaRatio",
  "lambdas",
  "delta",
  "workers",
] as const;

/** What would be written or read, and is not. */
const NEEDS_STEPS = ["trace", "truth", "checkpoint", "resume"] as const;

const UNUSED = ["beta", "normalize", "sparsity", "step", "threads", "patches"] as const;

function whyNot(name: (typeof UNUSED)[number], loss: string): string {
  return name === "patches" ? `with --loss ${loss}` : "by --solver cd";
}

function refuse(
  command: AnyFitCommand,
  names: readonly (keyof AnyFitCommand)[],
  reason: string,
): void {
  // --no-intercept and the like are what other solvers do anyway
  const given = names.find((name) => command[name] !== undefined && command[name] !== false);
  if (given === undefined) return;
  const flag = given.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  throw new UsageError(`--${flag}: ${reason}`);
}
