import { createHash } from "node:crypto";
import { loadState, type Solver, type SolverState, StateError, saveState } from "@proxkit/solvers";
import * as v from "valibot";
import { watchedSchemas } from "../model/run-schema.ts";
import type { LoadedPenalty } from "../penalty/load-penalty.ts";
import { readText } from "../read-text.ts";
import { UsageError } from "../usage-error.ts";
import type { Problem } from "./problem.ts";
import type { Steps } from "./watch.ts";

const FORMAT = "proxkit-checkpoint";
const VERSION = 1;

/** What a run was on, so that it goes on with the same. */
type Fingerprint = Readonly<Record<"data" | "loss" | "penalty" | "scale", string>>;

export function fingerprint(problem: Problem, { penalty }: LoadedPenalty): Fingerprint {
  const { X, y, features, lossName, patches, threads, scaling } = problem;
  const data = createHash("sha256").update(features.join("\n"));
  const inputs = "data" in X ? [X.data] : [X.starts, X.rowIndices, X.values];
  for (const { buffer, byteOffset, byteLength } of [...inputs, y])
    data.update(new Uint8Array(buffer, byteOffset, byteLength));
  return {
    data: data.digest("hex"),
    // threads add up in another order
    loss: `${lossName}, ${patches} patches${threads > 1 ? `, ${threads} threads` : ""}`,
    penalty: `${penalty.name} ${JSON.stringify(penalty.parameters)}`,
    // the seed decides the start of the fit that scales a network
    scale: JSON.stringify(scaling ?? null),
  };
}

/** What was seen of a run so far. */
export interface Watched {
  /** w⁰. */
  readonly start: readonly number[];
  /** In the units of the run; null for not known. */
  readonly wStar: readonly number[] | null;
  readonly steps: Steps;
}

/** Where a run stands, and what was seen of it if it is watched. */
export interface Standing {
  readonly state: SolverState;
  readonly watched?: Watched | undefined;
}

/** A checkpoint file: where a run stands, and what it is on. */
export function formatCheckpoint(
  problem: Fingerprint,
  solver: Solver,
  { state, watched }: Standing,
): string {
  const saved = JSON.parse(saveState(solver, state));
  return `${JSON.stringify({ format: FORMAT, version: VERSION, problem, state: saved, watched })}\n`;
}

interface Saved {
  readonly format?: unknown;
  readonly version?: unknown;
  readonly problem?: Partial<Fingerprint>;
  readonly state?: unknown;
  readonly watched?: unknown;
}

/** @throws UsageError if the file is no checkpoint, or one of another run */
export async function readCheckpoint(
  path: string,
  problem: Fingerprint,
  solver: Solver,
): Promise<Standing> {
  const text = await readText(path);
  let saved: Saved | null;
  try {
    saved = JSON.parse(text);
  } catch (cause) {
    throw new UsageError(`--resume ${path}: is not JSON, so no checkpoint`, { cause });
  }
  if (saved?.format !== FORMAT) throw new UsageError(`--resume ${path}: is not a checkpoint`);
  if (saved.version !== VERSION)
    throw new UsageError(
      `--resume ${path}: is of version ${JSON.stringify(saved.version)}; this proxkit reads version ${VERSION}`,
    );
  for (const [what, mine] of Object.entries(problem)) {
    const theirs = saved.problem?.[what as keyof Fingerprint];
    if (theirs === mine) continue;
    const told = what === "data" ? "" : `: ${theirs}, not ${mine}`;
    throw new UsageError(`--resume ${path}: is of a run with other ${what}${told}`);
  }
  try {
    const state = loadState(solver, JSON.stringify(saved.state));
    return { state, watched: readWatched(path, solver, saved.watched) };
  } catch (cause) {
    if (!(cause instanceof StateError)) throw cause;
    const reason = cause.message.replace(/^loadState: /, "");
    throw new UsageError(`--resume ${path}: ${reason}`, { cause });
  }
}

function readWatched(path: string, { name }: Solver, watched: unknown): Watched | undefined {
  const schema = name === "rvsm" || name === "adaptive-iht" ? watchedSchemas[name] : undefined;
  if (!schema || watched === undefined) return undefined;
  const { success, issues, output } = v.safeParse(schema, watched);
  if (success) return output;
  const where = ["watched", v.getDotPath(issues[0])].filter(Boolean).join(".");
  throw new UsageError(`--resume ${path}: ${where}: ${issues[0].message}`);
}
