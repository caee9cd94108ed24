import { UsageError } from "../usage-error.ts";

/**
 * How many equal patches the columns form: as told, or as names x1_1 … xk_d say, which `proxkit simulate`
 * writes.
 */
export function patchCount(features: readonly string[], told: number | undefined): number {
  const n = features.length;
  const patches = told ?? fromNames(features);
  if (patches !== undefined && n % patches === 0) return patches;
  const divisors = Array.from({ length: n }, (_, i) => i + 1).filter((k) => n % k === 0);
  throw new UsageError(
    patches === undefined
      ? `--patches is needed with --loss network: how many patches do the ${n} columns form? One of ${divisors.join(", ")}`
      : `--patches must divide the ${n} columns (one of ${divisors.join(", ")}), received ${patches}`,
  );
}

function fromNames(features: readonly string[]): number | undefined {
  const patches = Number(features.at(-1)?.match(/^x(\d+)_\d+$/)?.[1]);
  const d = features.length / patches;
  const grid = features.every((name, j) => name === `x${Math.floor(j / d) + 1}_${(j % d) + 1}`);
  return grid ? patches : undefined;
}
