import type { PathResult } from "../data/path-result.ts";
import type { Axis } from "../plot/axis.ts";
import type { LineCurve } from "../plot/line-curve.ts";
import { lineLook } from "../plot/line-looks.ts";
import { numberText } from "../plot/number-text.ts";

/** So many weights have their names written beside them. */
const NAMED = 10;

/** From the λ of the sparsest model to that of the densest. */
export function lambdaAxis({ lambdas }: PathResult): Axis {
  return { label: "λ, falling", domain: [lambdas[0], lambdas[lambdas.length - 1]], scale: "log" };
}

/** Each weight against λ, for one standard deviation of its input. */
export function weightCurves({ lambdas, weights, sizes }: PathResult, names: readonly string[]) {
  const curves = names.map(
    (label, j): LineCurve => ({
      label,
      look: lineLook(j),
      x: lambdas,
      y: weights.map((w) => w[j] * sizes[j]),
    }),
  );
  const last = (curve: LineCurve) => Math.abs(curve.y[curve.y.length - 1]);
  const largest = [...curves].sort((a, b) => last(b) - last(a)).slice(0, NAMED);
  return { curves, labelled: new Set(largest.map(({ label }) => label)) };
}

/** Around all numbers of all curves, with a little room. */
export function heightAxis(curves: readonly LineCurve[]): Axis {
  const heights = curves
    .flatMap(({ y, band }) => [y, band?.low ?? [], band?.high ?? []])
    .flatMap((ys) => Array.from(ys).filter(Number.isFinite));
  const [low, high] = heights.reduce(
    ([a, b], y) => [Math.min(a, y), Math.max(b, y)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
  if (!(high > low)) return { label: "", domain: [-1, 1] };
  const room = 0.05 * (high - low);
  return { label: "", domain: [low - room, high + room] };
}

/** The error on rows that were left out, with one standard error to each side, and the two λ that it suggests. */
export function errorCurves({ lambdas, crossValidation }: PathResult): LineCurve[] {
  const { mean, standardError, best, sparsest } = crossValidation;
  const at = (i: number) => ({ x: lambdas[i], y: mean[i], kind: "full" as const });
  return [
    {
      label: "",
      look: lineLook(0),
      x: lambdas,
      y: mean,
      band: {
        low: mean.map((error, i) => error - standardError[i]),
        high: mean.map((error, i) => error + standardError[i]),
      },
      circles: [at(best), { ...at(sparsest), kind: "open" }],
    },
  ];
}

/** What a screen reader says of the errors. */
export function errorWords({ lambdas, crossValidation }: PathResult): string {
  const { mean, best, sparsest } = crossValidation;
  return (
    `Cross-validation against λ. It is best, ${numberText(mean[best])}, at λ = ${numberText(lambdas[best])}; ` +
    `the sparsest model within one standard error of that is at λ = ${numberText(lambdas[sparsest])}.`
  );
}
