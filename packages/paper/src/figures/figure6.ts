import type { Part } from "../part.ts";
import type { FigureCurve, FigurePanel, Section, TableBlock, Verdict } from "../section.ts";
import {
  type Angles,
  type AnglesSummary,
  type AnglesTask,
  anglesOf,
  SHOWN,
  T,
} from "./figure6-angles.ts";
import { penaltyLabel } from "./penalties.ts";
import { outOf, short, text } from "./words.ts";

const DIMENSIONS = [2, 5, 10, 20, 30, 40, 50, 100];
/** The d whose draws are shown one by one; that of Figure 7. */
const SHOWN_D = 30;

function dots({ gamma }: Angles): FigurePanel {
  return {
    title: `each realisation, d = ${SHOWN_D}`,
    x: { label: "realisation" },
    y: { label: "angle γ (radians)" },
    curves: gamma.map((row, i) => ({
      label: penaltyLabel(SHOWN[i]),
      mark: "dots",
      x: row.map((_, j) => j + 1),
      y: row,
    })),
  };
}

function againstDimension(summaries: readonly AnglesSummary[]): FigurePanel {
  return {
    title: "mean and 5–95% range against d",
    x: { label: "d", scale: "log" },
    y: { label: "angle γ (radians)" },
    curves: SHOWN.map(
      (key, i): FigureCurve => ({
        label: penaltyLabel(key),
        mark: "both",
        x: summaries.map(({ d }) => d),
        y: summaries.map(({ perPenalty }) => perPenalty[i].mean),
        low: summaries.map(({ perPenalty }) => perPenalty[i].low),
        high: summaries.map(({ perPenalty }) => perPenalty[i].high),
      }),
    ),
  };
}

function table(summaries: readonly AnglesSummary[]): TableBlock {
  return {
    kind: "table",
    caption: `Mean angle γ in radians at λ/β = ${T}, in how many draws T(X) = 0 leaves no angle, and in how many l1's angle is the smallest of l1, TL1 and l0`,
    head: [
      "d",
      ...SHOWN.map((key) => `γ, ${penaltyLabel(key)}`),
      ...SHOWN.map((key) => `T(X) = 0, ${penaltyLabel(key)}`),
      "l1 smallest",
      "of draws",
    ],
    rows: summaries.map(({ d, perPenalty, l1Smallest, draws }) => [
      d,
      ...perPenalty.map((p) => p.mean),
      ...perPenalty.map((p) => p.undefinedDraws),
      l1Smallest,
      draws,
    ]),
  };
}

/** "as d increases, the hard-thresholding operator is more likely to … kill off all the non-zero components" */
function killed(summaries: readonly AnglesSummary[]): Verdict {
  const zero = summaries.map(({ perPenalty }) => perPenalty[SHOWN.indexOf("l0")].undefinedDraws);
  const rises = zero.every((n, i) => i === 0 || n >= zero[i - 1]) && (zero.at(-1) ?? 0) > zero[0];
  return {
    about: "section 5.3, hard thresholding kills all of X more often as d grows",
    published: "more likely",
    ours: rises ? "more often" : "not more often",
    outcome: rises ? "agrees" : "differs",
    words: summaries.map(({ d, draws }, i) => `d = ${d}: ${outOf(zero[i], draws)}`).join("; "),
    rule: "kills-more-often",
  };
}

/** Figure 6: by how much each thresholding turns a random unit vector. */
export const figure6: Part<AnglesTask, Angles> = {
  name: "figure6",
  title: "Figure 6: the angle between X and its thresholded self",
  tasks: ({ seeds }) =>
    DIMENSIONS.map((d) => ({ d, draws: 10 * seeds, shown: d === SHOWN_D ? seeds : 0 })),
  run: anglesOf,
  section(results, { seeds }): Section {
    const summaries = results.map(({ summary }) => summary);
    const at = DIMENSIONS.indexOf(SHOWN_D);
    const { l1Smallest, l1SmallestDefined, defined, draws } = summaries[at];
    const least = summaries.reduce((x, y) => (y.l1Smallest < x.l1Smallest ? y : x));
    return {
      name: "figure6",
      title: figure6.title,
      blocks: [
        {
          kind: "verdicts",
          caption: "What the paper says of Figure 6",
          verdicts: [
            {
              about: `section 5.3, smallest angle after thresholding, d = ${SHOWN_D}`,
              published: "l1",
              ours: `l1 in ${outOf(l1Smallest, draws)} draws`,
              outcome: 20 * l1Smallest >= 19 * draws ? "agrees" : "differs",
              words:
                `among the ${defined} draws where all three have an angle, l1's is the smallest in ${l1SmallestDefined}; ` +
                `over all d it is rarest at d = ${least.d}, ${outOf(least.l1Smallest, draws)}`,
              rule: "smallest-angle",
            },
            killed(summaries),
          ],
        },
        {
          kind: "figure",
          figure: {
            name: "figure6",
            title: "Angle between X and its thresholded self",
            caption:
              `γ = θ(X, T(X)) for X uniform on the unit sphere, λ/β = ${T}. The paper does not say d: left d = ${SHOWN_D}, as in Figure 7, ` +
              `${seeds} realisations; right ${draws} for each d. A draw that T sends to 0 has no angle and no dot.`,
            panels: [dots(results[at]), againstDimension(summaries)],
          },
        },
        table(summaries),
        text(
          `At λ/β = ${T} the thresholds are ${short(T)} (l1), ${short(2 * T)} (TL1, a = 1) and ${short(Math.sqrt(2 * T))} (l0). An entry of X is ` +
            "about 1/√d, so with d the angles grow and l0 leaves less and less: it needs an entry above 1/√10. For d < 10 all entries can be " +
            "that large, and then l0 does not turn X at all; this is where the claim fails most often.",
        ),
      ],
    };
  },
};
