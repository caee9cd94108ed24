import { lineUp, plain, short } from "../output/format.ts";
import { writeWhole } from "../output/write-whole.ts";
import { builtInNames } from "./built-in.ts";
import { isSeparable } from "./is-separable.ts";
import { loadPenalty } from "./load-penalty.ts";

/** `proxkit penalties` */
export async function runPenalties(
  modules: readonly string[],
  { t, json }: { readonly t: number; readonly json?: boolean | undefined },
): Promise<void> {
  const list = [];
  for (const spec of [...builtInNames(), ...modules]) {
    const { penalty, module } = await loadPenalty(spec);
    const { name, parameters, traits } = penalty;
    const threshold = isSeparable(penalty) ? penalty.scalar.threshold(t) : null;
    // JSON has no Infinity
    const weakConvexity = Number.isFinite(traits.weakConvexity) ? traits.weakConvexity : null;
    list.push({ module, name, parameters, traits: { ...traits, weakConvexity }, threshold });
  }
  if (json) {
    await writeWhole("-", `${JSON.stringify({ t, penalties: list }, null, 2)}\n`);
    return;
  }
  const rows = list.map(({ module, parameters, traits, threshold }) => [
    module,
    Object.entries(parameters)
      .map(([key, value]) => `${key}=${plain(value)}`)
      .join(", ") || "none",
    traits.convex ? "yes" : "no",
    traits.separable ? "yes" : "no",
    traits.weakConvexity === null ? "unbounded" : short(traits.weakConvexity),
    threshold === null ? "none" : short(threshold),
  ]);
  const head = [
    "penalty",
    "parameters",
    "convex",
    "separable",
    "weak convexity",
    `threshold at t=${t}`,
  ];
  await writeWhole("-", `${lineUp(rows, head, [4, 5])}\n`);
}
