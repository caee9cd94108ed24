import { type BetterPoints, betterPoints } from "./better-points.ts";
import { cleanText } from "./clean-text.ts";
import { formatNumber } from "./format-number.ts";
import { penaltyPanels } from "./penalty-panels.ts";
import type { PenaltySamples } from "./penalty-samples.ts";
import type { Panel, Picture } from "./picture.ts";
import { below, column, sheet } from "./sheet.ts";
import { textPanel } from "./text-panel.ts";
import { fontSize } from "./theme.ts";

/** A penalty, and what to say of it. */
export interface PenaltyPictureOptions extends PenaltySamples {
  /** Such as "tl1". */
  readonly name: string;
  /** The step, at least 0. */
  readonly t: number;
  /** Default: name and t. */
  readonly title?: string | undefined;
  /** Default: what prox and envelope are. */
  readonly caption?: string | undefined;
}

const dotsAcross = 50;

const convention =
  "prox(v, t) is the u that makes t P(u) + ½ (u − v)² least; the envelope at v is the least P(u) + (u − v)² / 2t.";

/**
 * The picture of a penalty: its prox to the left, its value and its Moreau envelope to the right.
 *
 * The dashed diagonal is the identity, dotted verticals are the threshold. Where a function jumps there is a gap, a
 * full circle where it is and an open one where it is not. Where the penalty is infinite the ground is grey. What is
 * neither a finite number nor Infinity is left out and counted.
 *
 * @param options name and step, the samples (length n), threshold and jumps, and texts
 * @returns a picture 720 px wide, to be drawn by {@link drawPicture}, or `renderSvg` of `@proxkit/plots/node`
 * @throws RangeError if v is not finite and ascending, t is not at least 0, or something has another length
 * @example
 * ```ts
 * import { penaltyPicture } from "@proxkit/plots";
 * import { renderSvg } from "@proxkit/plots/node";
 *
 * // l1 at t = 1
 * const v = Array.from({ length: 61 }, (_, i) => (i - 30) / 10);
 * const picture = penaltyPicture({
 *   name: "l1",
 *   t: 1,
 *   v,
 *   prox: v.map((x) => Math.sign(x) * Math.max(0, Math.abs(x) - 1)),
 *   value: v.map(Math.abs),
 *   envelope: v.map((x) => (Math.abs(x) < 1 ? (x * x) / 2 : Math.abs(x) - 0.5)),
 *   threshold: 1,
 * });
 * console.log(picture.description);
 * // l1, t = 1: prox, value and Moreau envelope for v from −3 to 3. The prox is 0 up to |v| = 1 and does not jump.
 * console.log(renderSvg(picture).includes(">identity<")); // true
 * ```
 */
export function penaltyPicture(options: PenaltyPictureOptions): Picture {
  checkSamples(options);
  const { name, t, v } = options;
  const better = betterPoints(options, t, (v[v.length - 1] - v[0]) / dotsAcross);
  const title = cleanText(options.title ?? `${name}, t = ${formatNumber(t)}`);
  const panels: Panel[] = textPanel(title, {
    ...column,
    top: sheet.head,
    fontSize: fontSize.title,
    weight: "bold",
  });
  panels.push(...penaltyPanels(options, better, below(panels)));
  const caption = cleanText(`${options.caption ?? convention} ${wrongness(better)}`);
  const text = { ...column, fontSize: fontSize.text, weight: "normal" } as const;
  panels.push(...textPanel(caption, { ...text, top: below(panels) + 10 }));
  return {
    width: sheet.width,
    height: below(panels) + sheet.foot,
    description: `${describe(title, options)} ${wrongness(better)}`.trim(),
    panels,
  };
}

function describe(title: string, { v, threshold, jumps }: PenaltyPictureOptions): string {
  const [from, to] = toldApart(v[0], v[v.length - 1]);
  const at = (jumps?.prox ?? []).map((jump) => formatNumber(jump.at));
  const facts = [
    !(threshold && threshold > 0) ? "" : `is 0 up to |v| = ${formatNumber(threshold)}`,
    at.length > 0 ? `jumps at v = ${at.join(", ")}` : "does not jump",
  ];
  return `${title}: prox, value and Moreau envelope for v from ${from} to ${to}. The prox ${facts
    .filter((fact) => fact !== "")
    .join(" and ")}.`;
}

/** Two numbers, to about three digits of what is between them. */
function toldApart(low: number, high: number): [string, string] {
  const shared = Math.floor(Math.log10(Math.max(Math.abs(low), Math.abs(high)) / (high - low)));
  const digits = Math.min(3 + Math.max(shared, 0), 17); // as many as a float64 has
  return [formatNumber(low, digits), formatNumber(high, digits)];
}

/** What the dots mean, if there are any. */
function wrongness({ worst }: BetterPoints): string {
  if (!worst) return "";
  const at = `v = ${formatNumber(worst.x)}, where u = ${formatNumber(worst.y)} is better`;
  return `This prox is wrong: dots show a better u, above all at ${at}.`.replaceAll(
    " = ",
    "\u00a0=\u00a0",
  );
}

function checkSamples({ t, v, prox, value, envelope }: PenaltyPictureOptions): void {
  if (!(t >= 0)) throw new RangeError(`penaltyPicture: t must be at least 0, received ${t}`);
  const bad = Array.from(v).findIndex((x, i) => !(Number.isFinite(x) && (i === 0 || x > v[i - 1])));
  if (!(v.length >= 2 && bad < 0))
    throw new RangeError(
      `penaltyPicture: v must hold at least 2 finite numbers that ascend, received ${
        bad < 0 ? `length ${v.length}` : `v[${bad}] = ${v[bad]}`
      }`,
    );
  for (const [what, array] of Object.entries({ prox, value, envelope }))
    if (array.length !== v.length)
      throw new RangeError(
        `penaltyPicture: ${what} must have length ${v.length}, received ${array.length}`,
      );
}
