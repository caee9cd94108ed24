import { ArgumentError } from "@proxkit/core";
import type { LossName } from "./family.ts";
import { MEASURES, type MeasureName } from "./measures.ts";

// Whoever calls is named first, for errors.

function refuse(caller: string, argument: string, expected: string, received: unknown): never {
  throw new ArgumentError({ caller, argument, expected, received });
}

export function checkRepeats(caller: string, repeats: number): void {
  if (!(Number.isSafeInteger(repeats) && repeats >= 1))
    refuse(caller, "repeats", "be a positive whole number", repeats);
}

export function checkMeasure(caller: string, lossName: LossName, measure: MeasureName): void {
  const known = MEASURES[lossName];
  if (!known.includes(measure))
    refuse(caller, "measure", `be one of ${known.join(", ")} for ${lossName}`, measure);
}

/** A class of one row would be missing where that row is left out. */
export function checkClasses(caller: string, y: ArrayLike<number>): void {
  const counts = new Map<number, number>();
  for (let i = 0; i < y.length; i++) counts.set(y[i], (counts.get(y[i]) ?? 0) + 1);
  for (const [label, count] of counts)
    if (count < 2)
      refuse(caller, "y", "hold at least 2 rows of each class", `${count} of class ${label}`);
}

/** What the rows of one fold, and those without it, must have. */
export interface FoldCheck {
  readonly y: ArrayLike<number>;
  readonly weights: ArrayLike<number> | undefined;
  /** The fold of each row. */
  readonly fold: Uint32Array;
  readonly folds: number;
  /** y holds classes. */
  readonly classes: boolean;
  readonly measure: MeasureName;
}

/** Each fold leaves rows that count, of every class; for AUC it has both classes itself. */
export function checkFolds(
  caller: string,
  { y, weights, fold, folds, classes, measure }: FoldCheck,
): void {
  const all = new Set<number>();
  const inside = Array.from({ length: folds }, () => new Set<number>());
  const outside = Array.from({ length: folds }, () => new Set<number>());
  fold.forEach((own, row) => {
    if (weights && !(weights[row] > 0)) return;
    const what = classes ? y[row] : 0;
    all.add(what);
    inside[own].add(what);
    outside.forEach((left, k) => {
      if (k !== own) left.add(what);
    });
  });
  for (let k = 0; k < folds; k++) {
    if (outside[k].size < all.size)
      refuse(
        caller,
        "folds",
        classes
          ? "leave rows of every class to learn from (`stratify` sees to it)"
          : "leave rows to learn from whose weight is above 0",
        `none without fold ${k}`,
      );
    if (measure === "auc" && inside[k].size < 2)
      refuse(caller, "folds", "be so few that each has both classes, for auc", folds);
  }
}
