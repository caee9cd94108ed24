import { ArgumentError, seededRandom } from "@proxkit/core";

export interface FoldsOptions {
  /** How many rows there are. */
  readonly samples: number;
  /** How many folds, at least 2. */
  readonly folds: number;
  readonly seed: number;
  /** The class of each row, whose shares each fold then has to within one row. Default: none. */
  readonly classes?: ArrayLike<number> | undefined;
}

/**
 * The fold of each row, 0 to folds − 1, drawn by the seed; sizes differ by at most one, with classes those of each class.
 *
 * @returns length m
 * @throws ArgumentError if there are fewer rows than folds, or fewer than 2 folds
 * @example
 * ```ts
 * import { foldsOf } from "@proxkit/regression";
 *
 * const folds = foldsOf({ samples: 6, folds: 3, seed: 1 });
 * console.log([0, 1, 2].map((fold) => folds.filter((f) => f === fold).length)); // [ 2, 2, 2 ]
 * ```
 */
export function foldsOf(options: FoldsOptions): Uint32Array {
  return drawFolds("foldsOf", options);
}

/** The same, for a caller who is named in errors. */
export function drawFolds(
  caller: string,
  { samples, folds, seed, classes }: FoldsOptions,
): Uint32Array {
  if (!(Number.isSafeInteger(folds) && folds >= 2))
    throw new ArgumentError({
      caller,
      argument: "folds",
      expected: "be a whole number at least 2",
      received: folds,
    });
  if (samples < folds)
    throw new ArgumentError({
      caller,
      argument: "folds",
      expected: `be at most the ${samples} rows`,
      received: folds,
    });
  const random = seededRandom(seed);
  const order = Uint32Array.from({ length: samples }, (_, i) => i);
  for (let i = samples - 1; i > 0; i--) {
    const j = random.integer(i + 1);
    [order[i], order[j]] = [order[j], order[i]];
  }
  // rows of a class after each other: dealt out in turn, they are shared evenly
  if (classes) order.sort((a, b) => classes[a] - classes[b]);
  const fold = new Uint32Array(samples);
  order.forEach((row, at) => {
    fold[row] = at % folds;
  });
  return fold;
}
