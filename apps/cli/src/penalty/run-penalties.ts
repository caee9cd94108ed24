import { PenaltyOptionsError } from "@proxkit/penalty";
import { lineUp, short } from "../output/format.ts";
import { writeWhole } from "../output/write-whole.ts";
import { builtInNames } from "./built-in.ts";
import { isSeparable } from "./is-separable.ts";
import { loadPenalty } from "./load-penalty.ts";
import { parametersOf } from "./name-of.ts";

/** `proxkit penalties` */
export async function runPenalties(
  modules: readonly string[],
  { t, json }: { readonly t: number; readonly json?: boolean | undefined },
): Promise<void> {
  const list = [];
  const needOptions = [];
  const builtIn = builtInNames();
  for (const [i, spec] of [...builtIn, ...modules].entries()) {
    try {
      const { penalty, module } = await loadPenalty(spec, "penalty");
      const { name, parameters, traits } = penalty;
      const threshold = isSeparable(penalty) ? penalty.scalar.threshold(t) : null;
      // JSON has no Infinity
      const weakConvexity = Number.isFinite(traits.weakConvexity) ? traits.weakConvexity : null;
      list.push({ module, name, parameters, traits: { ...traits, weakConvexity }, threshold });
    } catch (error) {
      const { cause } = error as Error;
      if (i >= builtIn.length || !(cause instanceof PenaltyOptionsError)) throw error;
      needOptions.push({ module: spec, reason: cause.message.replace(`${spec}: `, "") });
    }
  }
  if (json) {
    const result = { format: "proxkit-penalties", version: 1, t, penalties: list, needOptions };
    await writeWhole("-", `${JSON.stringify(result, null, 2)}\n`);
    return;
  }
  const rows = list.map(({ module, parameters, traits, threshold }) => [
    module,
    parametersOf(parameters).join(", ") || "none",
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
  const needs = needOptions.map(({ module, reason }) => `\n  ${module} needs options: ${reason}`);
  await writeWhole("-", `${[lineUp(rows, head, [4, 5]), ...needs].join("\n")}\n`);
}
