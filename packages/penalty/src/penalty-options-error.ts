/** The options given to a penalty were refused: `tl1: a must be greater than 0, received -1`. */
export class PenaltyOptionsError extends RangeError {
  override readonly name: string = "PenaltyOptionsError";
  /** The penalty that refused, such as "tl1". */
  readonly penalty: string;

  constructor(penalty: string, reasons: readonly string[]) {
    super(`${penalty}: ${reasons.join("; ")}`);
    this.penalty = penalty;
  }
}
