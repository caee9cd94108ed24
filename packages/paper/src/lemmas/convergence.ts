import { short } from "../figures/words.ts";
import type { Block } from "../section.ts";
import { equal } from "./check.ts";
import { SAMPLES, slopeOf } from "./sample-loss.ts";

/** The loss of eq. (2) on m samples nears eq. (8) as 1/√m: a check and a figure. */
export function convergenceBlocks(deviations: readonly (readonly number[])[]): Block[] {
  if (deviations.length < 2) return [];
  const { rms, slope, half } = slopeOf(deviations);
  const seeds = deviations.length;
  const fit = rms[0] * Math.sqrt(SAMPLES[0]);
  const minus = (x: number) => short(x, 4).replace("-", "−");
  const interval = `${minus(slope - half)} to ${minus(slope + half)}`;
  return [
    {
      kind: "checks",
      caption: "The loss on samples: eq. (2) against eq. (8)",
      checks: [
        equal(
          {
            name: "eq. (2) → eq. (8)",
            claim: "the deviation falls as m^(−1/2): the slope in logarithms is −1/2",
            left: slope,
            right: -0.5,
            words: `95% interval ${interval}, from ${seeds} data sets at each of ${SAMPLES.length} sizes m; the check allows twice that`,
          },
          2 * half,
        ),
      ],
    },
    {
      kind: "figure",
      figure: {
        name: "sample-loss",
        title: "The loss on m samples nears the population loss",
        caption: `Root mean square over ${seeds} data sets of eq. (2) less eq. (8), k = 2, d = 10, one w and w* on the unit sphere. The slope is ${minus(slope)}, 95% interval ${interval}.`,
        panels: [
          {
            title: "deviation against samples",
            x: { label: "samples m", scale: "log" },
            y: { label: "deviation of the loss (root mean square)", scale: "log" },
            curves: [
              { label: "measured", mark: "both", x: SAMPLES, y: rms },
              { label: "slope −1/2", x: SAMPLES, y: SAMPLES.map((m) => fit / Math.sqrt(m)) },
            ],
          },
        ],
      },
    },
  ];
}
