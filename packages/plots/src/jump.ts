/** A place where a function jumps, or is another than around it. */
export interface Jump {
  /** Where. */
  readonly at: number;
  /** The limit from the left. */
  readonly left: number;
  /** The limit from the right. */
  readonly right: number;
  /** What the function is there. */
  readonly value: number;
}
