import { known } from "../figures/statistics.ts";
import { paperPenalty } from "../penalties.ts";
import {
  type PaperPenalty,
  published,
  publishedColumns,
  publishedParameters,
} from "../published/published.ts";
import { sphereZeros, type ZerosMoments } from "../theory/zeros.ts";
import { type RowPlaces, rowPlaces } from "./row-shift.ts";

/** The last row of a table as printed: four numbers. */
export function printedZeros(penalty: PaperPenalty): number[] {
  return known(published[penalty].zerosU);
}

/** Where the twelve numbers of the three tables belong, by theory alone; all rows are blank in one place. */
export function placesOfZeros(): RowPlaces {
  const rows = (["l0", "tl1", "l1"] as const).map((penalty) =>
    rowPlaces(printedZeros(penalty), predictedZeros(penalty)),
  );
  const places = publishedColumns.map((_, blank) => ({
    blank,
    misfit: rows.reduce((sum, row) => sum + row.places[blank].misfit, 0),
  }));
  return { places, best: places.reduce((x, y) => (y.misfit < x.misfit ? y : x)) };
}

function predictedZeros(penalty: PaperPenalty): ZerosMoments[] {
  const { lambda, beta, a } = publishedParameters;
  const cut = paperPenalty(penalty, a).scalar.threshold(lambda / beta);
  return publishedColumns.map((d) => sphereZeros(d, cut));
}
