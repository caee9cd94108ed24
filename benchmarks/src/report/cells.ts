import { type CaseResult, ratioOf } from "../measure/result.ts";

/** Two or three digits: "1.04", "12.5", "177". */
export function ratio(x: number): string {
  return x < 10 ? x.toFixed(2) : x < 100 ? x.toFixed(1) : String(Math.round(x));
}

/** "26.4 ms" */
export function timeInWords(nanoseconds: number): string {
  const units = ["ns", "µs", "ms", "s"];
  let [x, i] = [nanoseconds, 0];
  for (; x >= 1000 && i < units.length - 1; i++) x /= 1000;
  return `${Number(x.toPrecision(3))} ${units[i]}`;
}

/** A table of ratios: a row a case, a column a variant. */
export interface Grid {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * The ratios of a workload's cases, with the reference's time.
 *
 * A cell is a ratio; "missing" where a peer is not there, "failed" or "differs" where the result is worth
 * nothing, "–" where the variant does not take part. Times of rounds at too high a load bear a ≈.
 *
 * @param bytesPerSecond what memory gives: with it there is a column for the least time that reading takes
 */
export function gridOf(results: readonly CaseResult[], bytesPerSecond?: number): Grid {
  const names = [
    ...new Set(
      results.flatMap(({ variants, missing }) => [...variants, ...missing].map(({ name }) => name)),
    ),
  ];
  const limited = bytesPerSecond !== undefined && results.some(({ bytes }) => bytes > 0);
  const iterated = results.some(({ iterations }) => iterations !== undefined);
  const fastest = results.some(({ variants, reference }) => reference !== variants[0]?.name);
  return {
    head: [
      "case",
      fastest ? "reference" : "",
      ...(iterated ? ["ns/iteration: reference, proxkit"] : []),
      ...names,
      ...(limited ? ["memory limit"] : []),
    ],
    rows: results.map((result) => [
      result.name,
      referenceCell(result),
      ...(iterated ? [perIteration(result)] : []),
      ...names.map((name) => cell(result, name)),
      ...(limited ? [limitCell(result, bytesPerSecond)] : []),
    ]),
  };
}

function limitCell({ bytes, reference, variants }: CaseResult, bytesPerSecond: number): string {
  const least = (bytes / bytesPerSecond) * 1e9;
  const found = variants.find(({ name }) => name === reference);
  return found?.median ? ratio(least / found.median) : timeInWords(least);
}

function referenceCell({ reference, variants }: CaseResult): string {
  const found = variants.find(({ name }) => name === reference);
  return found?.median ? `${found.name} ${timeInWords(found.median)}` : "none ran";
}

/** Of the reference, and of proxkit. */
function perIteration({ reference, variants, iterations = 1 }: CaseResult): string {
  return [reference, "proxkit"]
    .map((wanted) => variants.find(({ name }) => name === wanted)?.median)
    .map((median) => (median ? String(Math.round(median / iterations)) : "–"))
    .join(", ");
}

function cell(result: CaseResult, name: string): string {
  if (result.missing.some((variant) => variant.name === name)) return "missing";
  const variant = result.variants.find((variant) => variant.name === name);
  if (!variant) return "–";
  if (variant.failure) return variant.failure.kind === "mismatch" ? "differs" : "failed";
  const found = ratioOf(result, name);
  const noisy = variant.busy > 0 ? "≈" : "";
  if (found === undefined)
    return variant.median === null ? "–" : noisy + timeInWords(variant.median);
  return noisy + ratio(found);
}
