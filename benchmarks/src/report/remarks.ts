import { LOAD_LIMIT } from "../measure/calm.ts";
import type { CaseResult } from "../measure/result.ts";
import type { Report } from "./report.ts";

/** What a reader has to know before any number is believed, a sentence each. */
export function remarks({ peers, results, races }: Report): string[] {
  return [
    ...peers.missing.map((name) => `${name} is missing on this machine: its variants did not run.`),
    ...results.flatMap(failures),
    ...races.flatMap(({ name, failures }) =>
      failures.map(
        ({ method, says }) => `ERROR: race ${name}: ${method} failed: ${onOneLine(says)}.`,
      ),
    ),
    ...noise(results),
  ];
}

function failures({ workload, name, variants }: CaseResult): string[] {
  return variants.flatMap(({ name: variant, failure }) =>
    failure
      ? [`ERROR: ${workload}, ${name}: ${variant} ${failure.kind}: ${onOneLine(failure.says)}.`]
      : [],
  );
}

function onOneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, " | ").trim();
}

function noise(results: readonly CaseResult[]): string[] {
  const busy = results.filter(({ variants }) => variants.some(({ busy }) => busy > 0));
  const discarded = results.reduce((sum, result) => sum + result.discarded, 0);
  const loads = busy.flatMap(({ variants }) => variants.map(({ load }) => load ?? 0));
  return [
    ...(discarded > 0
      ? [`${discarded} rounds at a load average over ${LOAD_LIMIT} were thrown away and run again.`]
      : []),
    ...(busy.length > 0
      ? [
          `${busy.length} of ${results.length} cases have rounds at a load average over ${LOAD_LIMIT}, up to ${Math.max(...loads).toFixed(1)} (marked ≈): patience was at its end, and these numbers are noisy.`,
        ]
      : []),
  ];
}
