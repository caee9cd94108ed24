import { moreauEnvelope } from "@proxkit/penalty";
import type { Part } from "../part.ts";
import type { FigureCurve, FigurePanel, Section } from "../section.ts";
import { type PenaltyKey, penaltyLabel, penaltyOf } from "./penalties.ts";
import { spaced } from "./spaced.ts";
import { short, text } from "./words.ts";

/** λ of the figure. */
const T = 0.05;
const SHOWN: readonly PenaltyKey[] = ["l1", "tl1(1)", "lhalf", "l0"];

interface Envelope {
  readonly wide: FigureCurve;
  readonly near: FigureCurve;
  /** The largest amount by which the least of a fine grid is below, and above, what the prox gives. */
  readonly below: number;
  readonly above: number;
}

/** min over u of ½(u − x)² + λp(u), the paper's f_λ,x: t times our envelope. */
function envelopeAt(key: PenaltyKey, x: number): number {
  return T * moreauEnvelope(penaltyOf(key), Float64Array.of(x), T);
}

/** The same from its definition, on a grid: never below the minimum, and above it by little. */
function onGrid(key: PenaltyKey, x: number): number {
  const { scalar } = penaltyOf(key);
  let least = Number.POSITIVE_INFINITY;
  for (let i = -2000; i <= 2000; i++) {
    const u = i / 1000;
    least = Math.min(least, (u - x) ** 2 / 2 + T * scalar.value(u));
  }
  return least;
}

function envelopeOf(key: PenaltyKey): Envelope {
  const curve = (reach: number): FigureCurve => {
    const x = spaced(-reach, reach, 201);
    return { label: penaltyLabel(key), x, y: x.map((v) => envelopeAt(key, v)) };
  };
  const gaps = spaced(-1.5, 1.5, 61).map((x) => onGrid(key, x) - envelopeAt(key, x));
  return {
    wide: curve(1.5),
    near: curve(0.4),
    below: Math.max(0, -Math.min(...gaps)),
    above: Math.max(0, ...gaps),
  };
}

/** Figure 5: the Moreau envelopes, which the paper calls Huber functions. */
export const figure5: Part<PenaltyKey, Envelope> = {
  name: "figure5",
  title: "Figure 5: Moreau envelopes",
  tasks: () => SHOWN,
  run: envelopeOf,
  section(results): Section {
    const panel = (title: string, curves: readonly FigureCurve[]): FigurePanel => ({
      title,
      x: { label: "x" },
      y: { label: "min over u of ½(u − x)² + λp(u)" },
      curves,
    });
    return {
      name: "figure5",
      title: figure5.title,
      blocks: [
        {
          kind: "figure",
          figure: {
            name: "figure5",
            title: "Moreau envelopes",
            caption:
              "f_λ,x = ½(y* − x)² + λp(y*) with y* = prox(x, λ), at λ = 0.05. l1/2 is added to the paper's three. Right: the same near 0, " +
              "where all are x²/2 up to their threshold.",
            panels: [
              panel(
                "where they part",
                results.map((r) => r.wide),
              ),
              panel(
                "near 0",
                results.map((r) => r.near),
              ),
            ],
          },
        },
        {
          kind: "checks",
          caption:
            "Each envelope against its definition, minimised over 4001 values of u at 61 values of x",
          checks: results.map(({ below, above }, i) => ({
            name: `f_λ,x, ${penaltyLabel(SHOWN[i])}`,
            claim: "no u of the grid is better than prox(x, λ)",
            verdict: below <= 1e-15 ? "holds" : "fails",
            left: below,
            relation: "≤",
            right: 1e-15,
            slack: 1e-15 - below,
            words: `the grid's best is above the envelope by at most ${short(above)}`,
          })),
        },
        text(
          "Up to its threshold each envelope is x²/2. Beyond, l1's rises with slope λ for ever, l0's stays at λ, and TL1's rises " +
            "ever more slowly to λ(a + 1). Only l1's is Huber's function; that of l0 and of l1/2 has a corner where the prox jumps, so RVSM's " +
            "reduced objective is not differentiable there. TL1's has none here, as λ = 0.05 is sub-critical for a = 1.",
        ),
      ],
    };
  },
};
