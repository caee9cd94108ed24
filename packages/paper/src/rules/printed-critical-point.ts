import {
  type PaperPenalty,
  published,
  publishedColumns,
  publishedParameters,
} from "../published/published.ts";
import { type CriticalPointFinding, criticalPoint } from "./critical-point.ts";

/** Eq. (17) on a printed column of Tables 1-3. @param d one of the printed */
export function printedCriticalPoint(penalty: PaperPenalty, d: number): CriticalPointFinding {
  const column = publishedColumns.indexOf(d);
  const at = (row: readonly (number | null)[]) => row[column] ?? Number.NaN;
  const { angleW, angleU, lossU } = published[penalty];
  const { patches, beta } = publishedParameters;
  return criticalPoint({
    angleW: at(angleW),
    angleU: at(angleU),
    lossU: at(lossU),
    patches,
    beta,
  });
}
