import { angle } from "@proxkit/core";
import {
  type AdaptiveIhtEvidence,
  type Certificate,
  certifyAdaptiveIht,
  certifyRvsm,
  type LossKind,
  type RvsmEvidence,
} from "@proxkit/solvers";
import { toRunUnits } from "../fit/scaling.ts";
import { withoutTruth } from "../fit/watch.ts";
import type { Model } from "../model/model-file.ts";
import { penaltyOf } from "../model/penalty-of.ts";
import type { Run } from "../model/run-schema.ts";
import { finite } from "../output/finite.ts";
import { counted, short } from "../output/format.ts";
import { nameOf } from "../penalty/name-of.ts";
import { readTruth } from "../truth/read-truth.ts";
import { UsageError } from "../usage-error.ts";
import type { Certified, CertifyCommand } from "./run-certify.ts";

/** What a model allows: less if the fit did not know the truth, and less if an older proxkit wrote it. */
export async function certifyModel(
  file: string,
  model: Model,
  { truth, delta }: CertifyCommand,
): Promise<Certified> {
  const { solver, weights, run } = model;
  if (solver.name !== "rvsm" && solver.name !== "iht")
    throw new UsageError(
      `${file}: is of --solver ${solver.name}; the theorems are on rvsm and iht`,
    );
  const given = truth === undefined ? undefined : await readTruth(truth, weights);
  const wStar = given
    ? toRunUnits(given, model.scaling ?? undefined)
    : run?.wStar && Float64Array.from(run.wStar);
  const known = wStar ?? undefined;
  const { checks } =
    solver.name === "rvsm"
      ? await rvsmCertificate(file, model, known, delta)
      : certifyAdaptiveIht(ihtEvidence(model, known));
  const source = truth === undefined ? "known to the fit" : truth;
  return {
    run: describe(model),
    truth: known ? source : "not known; --truth FILE names it",
    checks,
  };
}

async function rvsmCertificate(
  file: string,
  model: Model,
  wStar: Float64Array | undefined,
  delta: number | undefined,
): Promise<Certificate> {
  const { solver, weights, result, patches } = model;
  const { lambda, beta, normalize } = solver.settings;
  if (typeof lambda !== "number" || typeof beta !== "number" || typeof normalize !== "boolean")
    throw new UsageError(`${file}: solver.settings: expected lambda, beta and normalize`);
  const run = model.run?.method === "rvsm" ? model.run : undefined;
  const evidence: RvsmEvidence = {
    penalty: await penaltyOf(file, model),
    lambda,
    beta,
    normalize,
    dimension: weights.dimension,
    patches: model.loss === "network" ? patches : undefined,
    lossKind: lossKindOf(model),
    smoothness: run?.smoothness ?? undefined,
    steps: run && stepsTo(run, wStar),
    limit: run && {
      w: vector(run.w),
      u: vector(run.u),
      gradient: vector(run.gradient),
      outcome: result.outcome,
      residual: run.residual ?? undefined,
    },
    wStar,
    delta,
  };
  return certifyRvsm(evidence);
}

function ihtEvidence(model: Model, wStar: Float64Array | undefined): AdaptiveIhtEvidence {
  const { solver, result, patches } = model;
  const run = model.run?.method === "iht" ? model.run : undefined;
  return {
    sparsity: Number(solver.settings.sparsity),
    patches: model.loss === "network" ? patches : undefined,
    lossKind: lossKindOf(model),
    steps: run && stepsTo(run, wStar),
    limit: run && {
      w: vector(run.w),
      outcome: result.outcome,
      residual: run.residual ?? undefined,
    },
    wStar,
  };
}

/** The steps of a run with angles to this truth only: those to another one are not known for it. */
function stepsTo<Watched extends Run>(
  { start, wStar, steps }: Watched,
  truth: Float64Array | undefined,
): Watched["steps"] {
  if (!truth || wStar?.every((weight, i) => weight === truth[i])) return steps;
  const bare = withoutTruth(steps);
  if (!("largestAngle" in bare) || start.length !== truth.length || bare.from > 0) return bare;
  return { ...bare, startAngle: finite(angle(vector(start), truth)) };
}

function lossKindOf({ loss }: Model): LossKind {
  return loss === "network" ? "sample" : "other"; // fit learns from data
}

function vector(numbers: readonly (number | null)[]): Float64Array {
  return Float64Array.from(numbers, (x) => x ?? Number.NaN);
}

function describe({ solver, penalty, result, run }: Model): string {
  const { lambda, beta, sparsity } = solver.settings;
  const parts = [solver.name === "rvsm" ? "RVSM" : "adaptive iterative hard thresholding"];
  if (penalty) parts.push(`penalty ${nameOf(penalty)}`);
  if (typeof lambda === "number") parts.push(`λ = ${short(lambda)}`);
  if (typeof beta === "number") parts.push(`β = ${short(beta)}`);
  if (typeof sparsity === "number") parts.push(`s = ${sparsity}`);
  parts.push(`${result.outcome} after ${counted(result.iterations, "iteration")}`);
  return run ? parts.join(", ") : `${parts.join(", ")}; fitted before models kept their run`;
}
