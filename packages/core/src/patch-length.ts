import { ArgumentError } from "./argument-error.ts";
import { checkCount } from "./check-arguments.ts";

/** d = n/k, the length of one of the k patches that a row of X is cut into. */
export function patchLength(
  caller: string,
  patches: number,
  { columns }: { readonly columns: number },
): number {
  checkCount(caller, "patches", patches);
  if (columns % patches !== 0)
    throw new ArgumentError({
      caller,
      argument: "patches",
      expected: `divide the ${columns} columns of X`,
      received: patches,
    });
  return columns / patches;
}
