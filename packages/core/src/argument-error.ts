/** What an {@link ArgumentError} says. */
export interface ArgumentErrorOptions {
  /** The function that refused. */
  readonly caller: string;
  /** The argument that was refused. */
  readonly argument: string;
  /** What it must do or be, to be read after "must". */
  readonly expected: string;
  /** What came, to be read after "received". */
  readonly received: unknown;
}

/**
 * An argument was refused: who refused it, what was expected and what came.
 *
 *     `${caller}: ${argument} must ${expected}, received ${received}`
 *
 * @example
 * ```ts
 * import { ArgumentError, networkLoss } from "@proxkit/core";
 *
 * try {
 *   networkLoss({ X: [[1, 2, 3]], y: [1], patches: 2 });
 * } catch (error) {
 *   if (error instanceof ArgumentError) console.log(error.message); // networkLoss: patches must divide the 3 columns of X, received 2
 * }
 * ```
 */
export class ArgumentError extends RangeError {
  override readonly name: string = "ArgumentError";
  /** The function that refused, such as "networkLoss". */
  readonly caller: string;
  /** The argument that was refused, such as "patches". */
  readonly argument: string;
  /** What it must do or be, such as "divide the 41 columns of X". */
  readonly expected: string;
  /** What came, such as 2. */
  readonly received: unknown;

  constructor({ caller, argument, expected, received }: ArgumentErrorOptions) {
    super(`${caller}: ${argument} must ${expected}, received ${String(received)}`);
    this.caller = caller;
    this.argument = argument;
    this.expected = expected;
    this.received = received;
  }
}
