import { threadsRefused } from "@proxkit/kernels";
import { ArgumentError } from "./argument-error.ts";
import { checkCount } from "./check-arguments.ts";

/** How many threads a loss takes: those asked for, but not more than rows. Default: 1. */
export function threadCount(caller: string, asked: number | undefined, rows: number): number {
  if (asked === undefined) return 1;
  checkCount(caller, "threads", asked);
  const threads = Math.min(asked, rows);
  if (threads === 1) return 1;
  const why = threadsRefused();
  if (why !== undefined)
    throw new ArgumentError({
      caller,
      argument: "threads",
      expected: `be 1, because ${why}`,
      received: asked,
    });
  return threads;
}
