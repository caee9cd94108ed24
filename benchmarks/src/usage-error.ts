/** Bad usage: its message is the one line that the user reads. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
