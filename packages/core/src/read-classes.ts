import { ArgumentError } from "./argument-error.ts";
import { DataValueError } from "./data-value-error.ts";

/** Labels, and the number of classes K. */
export interface Classes {
  readonly labels: Uint32Array;
  readonly classes: number;
}

/**
 * The labels of several classes, 0 to K − 1.
 *
 * @param asked K. Default: the largest label and 1
 * @throws ArgumentError if K is no count of at least 2, or one of the classes is missing in y
 * @throws DataValueError at the first label that is none
 */
export function readClasses(caller: string, y: ArrayLike<number>, asked?: number): Classes {
  if (!(y?.length >= 1))
    throw new ArgumentError({
      caller,
      argument: "y",
      expected: "be an array of labels",
      received: y?.length ?? y,
    });
  if (asked !== undefined) checkClasses(caller, asked);
  const labels = new Uint32Array(y.length);
  const seen = new Set<number>();
  let most = 0;
  for (let row = 0; row < y.length; row++) {
    const received = y[row];
    if (!(Number.isInteger(received) && received >= 0 && received < (asked ?? 2 ** 32)))
      throw new DataValueError({
        caller,
        argument: "y",
        hold: asked === undefined ? "a class 0, 1, 2, …" : `a class from 0 to ${asked - 1}`,
        row,
        received,
      });
    labels[row] = received;
    seen.add(received);
    most = Math.max(most, received);
  }
  const classes = asked ?? most + 1;
  if (classes === 1)
    throw new ArgumentError({
      caller,
      argument: "y",
      expected: "hold at least two classes",
      received: "only 0",
    });
  for (let k = 0; seen.size < classes; k++)
    if (!seen.has(k))
      throw new ArgumentError({
        caller,
        argument: "y",
        expected: `hold every class from 0 to ${classes - 1}`,
        received: `none of class ${k}`,
      });
  return { labels, classes };
}

/** Refuses anything but a whole number of at least 2. */
export function checkClasses(caller: string, classes: number): void {
  if (!(Number.isSafeInteger(classes) && classes >= 2))
    throw new ArgumentError({
      caller,
      argument: "classes",
      expected: "be a whole number of at least 2",
      received: classes,
    });
}
