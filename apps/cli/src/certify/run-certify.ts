import type { Check } from "@proxkit/solvers";
import { readModelText } from "../model/model-file.ts";
import { writeWhole } from "../output/write-whole.ts";
import type { ExitCode } from "../program.ts";
import { readText } from "../read-text.ts";
import { UsageError } from "../usage-error.ts";
import { certifyModel } from "./certify-model.ts";
import { certifyTrace } from "./certify-trace.ts";
import { isTrace, readTrace } from "./read-trace.ts";
import { formatChecks } from "./report.ts";

export interface CertifyCommand {
  readonly truth?: string | undefined;
  readonly delta?: number | undefined;
  readonly json?: boolean | undefined;
}

/** What was found of a file. */
export interface Certified {
  /** What the file is of: "RVSM, penalty l1, λ = 1e-5, …" */
  readonly run: string;
  /** Where the truth comes from, or that it is not known. */
  readonly truth: string;
  readonly checks: readonly Check[];
}

/** `proxkit certify`: 0 if no check fails, 1 if one does. */
export async function runCertify(file: string, command: CertifyCommand): Promise<ExitCode> {
  const { delta, json } = command;
  if (delta !== undefined && !(delta < Math.PI))
    throw new UsageError(`--delta must be less than π, received ${delta}`);
  const certified = await certify(file, command);
  const { checks } = certified;
  const count = countOf(checks);
  const result = { format: "proxkit-certificate", version: 1, file, ...certified, count };
  await writeWhole(
    "-",
    json ? `${JSON.stringify(result, null, 2)}\n` : formatChecks(file, certified, count),
  );
  return count.fails === 0 ? 0 : 1;
}

async function certify(file: string, { truth, delta }: CertifyCommand): Promise<Certified> {
  const text = await readText(file);
  if (!isTrace(text)) return await certifyModel(file, readModelText(file, text), { truth, delta });
  if (truth !== undefined)
    throw new UsageError(
      `--truth needs a model, and ${file} is a trace: its angles are to the truth that fit was given`,
    );
  return certifyTrace(file, readTrace(file, text));
}

export type Count = Readonly<Record<Check["verdict"], number>>;

function countOf(checks: readonly Check[]): Count {
  const count = { holds: 0, fails: 0, notApplicable: 0 };
  for (const { verdict } of checks) count[verdict]++;
  return count;
}
