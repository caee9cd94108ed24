import { formatLinearModel } from "../linear/model.ts";
import { finite } from "../output/finite.ts";
import type { SubsetResult } from "./find-subsets.ts";

/** The model file of the size that is chosen. */
export function subsetModelOf({ dataset, options, found, point }: SubsetResult): string {
  const { loss, intercept, standardize, seed, target } = options;
  const { delta } = found;
  const { size, optimal, outcome } = point;
  return formatLinearModel(dataset, point, {
    loss,
    penalty: null,
    solver: {
      name: "best-subset",
      settings: { size, optimal, intercept, standardize, ...(delta !== undefined && { delta }) },
    },
    seed,
    target,
    result: { outcome, iterations: 0, loss: finite(point.loss) },
  });
}
