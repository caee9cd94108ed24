import { cleanText } from "./clean-text.ts";
import { foundInWords, foundOf } from "./found.ts";
import type { Panel, Picture } from "./picture.ts";
import { toSeries } from "./series.ts";
import { seriesPanel } from "./series-panel.ts";
import { below, column, half, sheet } from "./sheet.ts";
import { textPanel } from "./text-panel.ts";
import { fontSize } from "./theme.ts";
import { weightsPanel } from "./weights-panel.ts";

/** One iteration of a fit; further fields are ignored. */
export interface TraceRecord {
  readonly iteration: number;
  /** What the solver minimises. */
  readonly objective: number;
  /** How far from a fixed point, at least 0. */
  readonly residual: number;
}

/** A fit and what is known of it. */
export interface FitPictureOptions {
  /** The learned weights, length d. */
  readonly weights: ArrayLike<number>;
  /** Names of the coefficients, length d. Default: indices from 0. */
  readonly names?: readonly string[] | undefined;
  /** The planted weights, length d. Default: not known, not drawn. */
  readonly truth?: ArrayLike<number> | undefined;
  /** In the order of the iterations. */
  readonly trace: readonly TraceRecord[];
  /** Default: "Sparse fit". */
  readonly title?: string | undefined;
  /** Penalty, λ, β, step, outcome, iterations, support size and the like. Default: none. */
  readonly caption?: string | undefined;
  /** The name of what the solver minimises. Default: "Objective Lᵦ", which is RVSM's. */
  readonly objective?: string | undefined;
}

/**
 * The picture of a fit: the learned weights above, objective and fixed-point residual by iteration below.
 *
 * Weights are stems with round heads, planted ones hollow diamonds, and it says how many of these were found, missed
 * and made up. Up to 30 names stand below their weights, and up to 12 nonzero weights are labelled, each where there is
 * room. Of a long trace at most 1000 points are drawn, the first, the last and the extremes among them. A residual of 0
 * is a triangle on the floor of its log axis. What is not finite is left out and counted.
 *
 * @param options weights, names and truth (length d), the trace, and texts
 * @returns a picture 720 px wide, to be drawn by {@link drawPicture}, or `renderSvg` of `@proxkit/plots/node`
 * @throws RangeError if there are no weights, or names or truth have another length
 * @example
 * ```ts
 * import { fitPicture } from "@proxkit/plots";
 * import { renderSvg } from "@proxkit/plots/node";
 *
 * const picture = fitPicture({
 *   weights: [0, 1.5, 0, -0.7],
 *   trace: [
 *     { iteration: 1, objective: 2.1, residual: 0.4 },
 *     { iteration: 2, objective: 1.3, residual: 0.001 },
 *   ],
 *   caption: "tl1(a = 1), λ = 0.1, β = 1: converged",
 * });
 * console.log(picture.description);
 * // Sparse fit: 2 of 4 weights are nonzero. tl1(a = 1), λ = 0.1, β = 1: converged
 * console.log(renderSvg(picture).includes(">Learned weights<")); // true
 * ```
 */
export function fitPicture(options: FitPictureOptions): Picture {
  const { weights, names, truth, trace } = options;
  if (!(weights.length > 0))
    throw new RangeError("fitPicture: weights must not be empty, received length 0");
  checkLength("names", names, weights.length);
  checkLength("truth", truth, weights.length);
  const title = cleanText(options.title ?? "Sparse fit");
  const caption = cleanText(options.caption ?? "");
  const series = (quantity: "objective" | "residual", scale: "linear" | "log") => ({
    series: toSeries(
      trace.map((record) => ({ x: record.iteration, y: record[quantity] })),
      scale,
    ),
    scale,
    width: half,
  });

  const panels: Panel[] = textPanel(title, {
    ...column,
    top: sheet.head,
    fontSize: fontSize.title,
    weight: "bold",
  });
  let top = below(panels);
  panels.push(
    weightsPanel({ weights, names: names?.map(cleanText), truth, top, width: sheet.width }),
  );
  top = below(panels, top) + 4;
  panels.push(
    seriesPanel({
      name: cleanText(options.objective ?? "Objective Lᵦ"),
      ...series("objective", "linear"),
      left: 0,
      top,
    }),
    seriesPanel({
      name: "Fixed-point residual",
      ...series("residual", "log"),
      left: half + sheet.gutter,
      top,
    }),
  );
  top = below(panels, top) + 10;
  panels.push(...textPanel(caption, { ...column, top, fontSize: fontSize.text, weight: "normal" }));
  const description = describe(title, options, caption);
  return { width: sheet.width, height: below(panels, top) + sheet.foot, description, panels };
}

function describe(title: string, { weights, truth }: FitPictureOptions, caption: string): string {
  const nonzero = Array.from(weights).filter((w) => w !== 0).length;
  const found = truth ? ` (${foundInWords(foundOf(weights, truth))})` : "";
  const counted = `${nonzero} of ${weights.length} weights are nonzero${found}.`;
  return [title === "" ? "" : `${title}:`, counted, caption].filter((part) => part).join(" ");
}

function checkLength(name: string, given: ArrayLike<unknown> | undefined, d: number): void {
  if (given && given.length !== d)
    throw new RangeError(`fitPicture: ${name} must have length ${d}, received ${given.length}`);
}
