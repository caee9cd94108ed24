import { mean } from "../figures/statistics.ts";
import { outOf, short } from "../figures/words.ts";
import { published, publishedColumns, publishedParameters } from "../published/published.ts";
import { agrees } from "../rules/agrees.ts";
import { printedCriticalPoint } from "../rules/printed-critical-point.ts";
import { MISFIT_LIMIT } from "../rules/row-shift.ts";
import { placesOfZeros } from "../rules/zeros-rows.ts";
import { summary } from "../tables/summary.ts";
import { criticalAngle } from "../theory/critical-angle.ts";
import type { Erratum } from "./erratum.ts";
import { type PaperRuns, PENALTIES, paperRuns } from "./paper-runs.ts";

/** The last row of Tables 1-3. */
export function zerosRow(runs: PaperRuns): Erratum {
  const { places, best } = placesOfZeros();
  const means = runs.l0.map((column) => short(mean(column.map(({ zerosU }) => zerosU ?? 0)), 3));
  return {
    name: "tables-zeros",
    where: "Tables 1-3, last row",
    printed:
      "d − ‖ū‖₀ = 6, 15, 25, 34 (Table 1) below d = 20, 30, 40, 50; likewise in Tables 2 and 3",
    shouldBe: `the four numbers below d = 10, 20, 30, 40; the number for d = ${publishedColumns[best.blank]} is missing`,
    kind: "misprint",
    evidence:
      `Our l0 runs have ${means.join(", ")} zeros at d = ${publishedColumns.join(", ")}. The twelve numbers of the three tables, held to theory, ` +
      `have Σ z² = ${short(places[0].misfit)} as printed and ${short(best.misfit, 2)} one column to the left; ` +
      `by chance it is above ${MISFIT_LIMIT} once in 1000 times.`,
    data: Object.fromEntries(
      places.map(({ blank, misfit }) => [`misfit${publishedColumns[blank]}`, misfit]),
    ),
  };
}

/** The w̄ rows of Tables 1-3. */
export function criticalPoints(runs: PaperRuns): Erratum {
  const columns = PENALTIES.flatMap((penalty) =>
    publishedColumns.map((d, i) => ({
      ...printedCriticalPoint(penalty, d),
      theta: published[penalty].angleW[i] ?? 0,
    })),
  );
  const factors = columns.filter(({ critical }) => !critical).map(({ factor }) => factor);
  const [least, largest] = [Math.min(...factors), Math.max(...factors)];
  const bound = criticalAngle(publishedParameters.beta, publishedParameters.patches) ?? 0;
  const beyond = columns.filter(({ theta }) => theta > bound).length;
  const fits = {
    ended: fittingAngles(runs),
    stopped: fittingAngles(paperRuns(runs.l0[0].length, { maxIterations: EARLY })),
  };
  return {
    name: "tables-w",
    where: "Tables 1-3, θ(w̄, w*) and f(w̄)",
    printed: "θ(w̄, w*) falls with d, and is smallest for l0",
    shouldBe: "values of critical points: θ(w̄, w*) rises with d, and is smallest for l1",
    kind: "wrong",
    evidence:
      `Theorem 1 has the limit satisfy eq. (17), which ${outOf(factors.length, columns.length)} printed columns do not: they are off by factors from ` +
      `${short(least, 2)} to ${short(largest, 2)}. As ‖ū‖ sin γ ≤ 1, eq. (17) allows no θ(w̄, w*) near w* above ${short(bound, 2)}; ${beyond} of the printed are. ` +
      `Of the printed θ(w̄, w*) and θ(ū, w*), ${fits.ended.join(" and ")} of ${columns.length} are within 3 standard deviations of runs that converged, and ` +
      `${fits.stopped.join(" and ")} of runs stopped after ${EARLY} iterations with η = 1, which scatter widely.`,
    data: {
      columns: columns.length,
      violated: factors.length,
      least,
      largest,
      bound,
      beyond,
      fitConverged: fits.ended[0],
      fitStopped: fits.stopped[0],
    },
  };
}

/** After how many iterations most of the printed angles are within reach. */
const EARLY = 8;

/** How many of the printed θ(w̄, w*), and of the θ(ū, w*), are within the reach of single runs. */
function fittingAngles(runs: PaperRuns): number[] {
  const fits = (quantity: "angleW" | "angleU") =>
    PENALTIES.flatMap((penalty) =>
      published[penalty][quantity].filter((printed, i) => {
        const { mean, sd } = summary(runs[penalty][i].map((run) => run[quantity]));
        return agrees(printed ?? Number.NaN, mean, sd);
      }),
    ).length;
  return [fits("angleW"), fits("angleU")];
}
