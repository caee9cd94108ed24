import type { Data, LawResult } from "@proxkit/penalty-laws";
import type { LoadedPenalty } from "../penalty/load-penalty.ts";
import type { CheckOptions } from "./check-laws.ts";
import { countOf } from "./count.ts";

/** The findings as plain JSON, what `--json` prints. Its fields are described in the README. */
export function summarizeCheck(
  { penalty, module }: LoadedPenalty,
  { seed, runs }: CheckOptions,
  results: readonly LawResult[],
  plot: string | undefined,
) {
  const { name, parameters, traits } = penalty;
  return {
    format: "proxkit-check",
    version: 1,
    penalty: { module, name, parameters, traits },
    seed,
    runs,
    count: countOf(results),
    laws: results.map(({ name, outcome, reason, violation }) => ({
      name,
      outcome,
      ...(reason !== undefined && { reason }),
      ...(violation && {
        message: violation.message,
        counterexample: told(violation.counterexample),
        numbers: told(violation.numbers),
        path: violation.path,
      }),
    })),
    files: { ...(plot !== undefined && { picture: plot }) },
  };
}

/** Numbers that JSON does not have, and that a contradiction may be about: they become strings. */
function told(data: Data): Data {
  return JSON.parse(
    JSON.stringify(data, (_, x) => {
      if (Object.is(x, -0)) return "-0";
      return typeof x === "number" && !Number.isFinite(x) ? String(x) : x;
    }),
  );
}
