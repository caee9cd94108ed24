import type { LoadedPenalty } from "../penalty/load-penalty.ts";
import { loadPenalty } from "../penalty/load-penalty.ts";
import { UsageError } from "../usage-error.ts";
import type { Dataset } from "./dataset.ts";
import { groupsOf } from "./groups.ts";
import type { ModelOptions } from "./options.ts";

/** A penalty of a linear model, by the words that make it again on another thread. */
export interface LinearPenalty {
  readonly spec: string;
  readonly loaded: LoadedPenalty;
  /** The features that are kept or dropped together; undefined for each alone. */
  readonly groups: readonly (readonly number[])[] | undefined;
}

/**
 * The penalty that a user names, on groups if there are some.
 *
 * @throws UsageError if coordinate descent does not take it
 */
export async function linearPenalty(
  name: string,
  { inputs, classes }: Dataset,
  { group, loss, featureWeights }: ModelOptions,
  from = "--penalty",
): Promise<LinearPenalty> {
  const plain = await loadPenalty(name, from);
  const isSeparable = "scalar" in plain.penalty;
  if (!isSeparable && !("grouped" in plain.penalty))
    throw new UsageError(
      `${from} ${name}: coordinate descent takes penalties that are separable (have \`scalar\`) or on groups (\`grouped\`), and ${plain.penalty.name} is neither`,
    );
  if (group === undefined) {
    if (!isSeparable && featureWeights !== undefined)
      throw new UsageError(`${from} ${name}: --feature-weights needs a separable penalty`);
    return { spec: name, loaded: plain, groups: undefined };
  }
  if (!isSeparable)
    throw new UsageError(`--group: ${from} ${name} is on groups of its own already`);
  if (featureWeights !== undefined)
    throw new UsageError("--feature-weights and --group: a group has one weight, √ of its size");
  const groups = groupsOf(group, inputs);
  const K = loss === "multinomial" ? (classes?.length ?? 1) : 1;
  const coordinates = groups.map((features) =>
    features.flatMap((j) => Array.from({ length: K }, (_, k) => j * K + k)),
  );
  const radial = plain.penalty.name === "l1" ? "" : `,radial=(${name})`;
  const spec = `group:groups=${JSON.stringify(coordinates)}${radial}`;
  return { spec, loaded: await loadPenalty(spec, "--group"), groups };
}
