import { tl1 } from "@proxkit/penalties-tl1";
import type { SeparablePenalty } from "@proxkit/penalty";
import type { Part } from "../part.ts";
import type { FigureCurve, FigurePanel, Section, TableBlock, Verdict } from "../section.ts";
import { penaltyOf } from "./penalties.ts";
import { spaced } from "./spaced.ts";
import { jumpOf, thresholdingCurve } from "./thresholding-curve.ts";
import { outOf, short, text } from "./words.ts";

/** λ of the figure, which is the t of prox(v, t). */
const T = 0.5;
const REACH = 3;

interface Kind {
  readonly title: string;
  penalty(): SeparablePenalty;
}

/** Sub-critical: λ ≤ a²/(2(a + 1)), which for λ = 1/2 is a ≥ (1 + √5)/2. */
const SUB = 2;
const SUPER = 1;

function kinds(): Kind[] {
  return [
    { title: "soft (l1)", penalty: () => penaltyOf("l1") },
    { title: "half (l1/2)", penalty: () => penaltyOf("lhalf") },
    { title: "hard (l0), not in the paper", penalty: () => penaltyOf("l0") },
    { title: `TL1 sub-critical, a = ${SUB}`, penalty: () => tl1({ a: SUB }) },
    { title: `TL1 super-critical, a = ${SUPER}`, penalty: () => tl1({ a: SUPER }) },
  ];
}

interface Drawn {
  readonly panels: readonly { title: string; curve: FigureCurve }[];
  readonly rows: readonly (readonly [string, number, number])[];
  /** Of the sampled a: how many lie below, at and above the critical one, and how many there jump. */
  readonly sweep: readonly { side: "sub" | "equal" | "super"; sampled: number; jump: number }[];
}

/** Which TL1 jump at t = 1/2, for a on both sides of the critical (1 + √5)/2, and which where t is a's own critical one. */
function sweep(): Drawn["sweep"] {
  const jumps = (a: number, t: number) => jumpOf(tl1({ a }), t) > 1e-3;
  const golden = (1 + Math.sqrt(5)) / 2;
  const shapes = spaced(0.05, 10, 200);
  const sub = shapes.filter((a) => a > golden);
  const above = shapes.filter((a) => a < golden);
  return [
    { side: "sub", sampled: sub.length, jump: sub.filter((a) => jumps(a, T)).length },
    {
      side: "equal",
      sampled: shapes.length,
      jump: shapes.filter((a) => jumps(a, (a / 2) * (a / (a + 1)))).length,
    },
    { side: "super", sampled: above.length, jump: above.filter((a) => jumps(a, T)).length },
  ];
}

function draw(): Drawn {
  return {
    panels: kinds().map(({ title, penalty }) => ({
      title,
      curve: thresholdingCurve(penalty(), T, REACH),
    })),
    rows: kinds().map(({ title, penalty }) => {
      const p = penalty();
      return [title, p.scalar.threshold(T), jumpOf(p, T)];
    }),
    sweep: sweep(),
  };
}

function verdicts([sub, equal, above]: Drawn["sweep"]): Verdict[] {
  const rule = "jump-of-tl1";
  const jumps = (n: { sampled: number; jump: number }) => `${outOf(n.jump, n.sampled)} jump`;
  return [
    {
      about: "section 5.3, TL1 thresholding for λ < a²/(2(a + 1))",
      published: "continuous",
      ours: jumps(sub),
      outcome: sub.jump === 0 ? "agrees" : "differs",
      words: `a from ${short((1 + Math.sqrt(5)) / 2, 4)} to 10 at λ = 1/2`,
      rule,
    },
    {
      about: "section 5.3, TL1 thresholding for λ > a²/(2(a + 1))",
      published: "jumps",
      ours: jumps(above),
      outcome: above.jump === above.sampled ? "agrees" : "differs",
      words: `a from 0.05 to ${short((1 + Math.sqrt(5)) / 2, 4)} at λ = 1/2`,
      rule,
    },
    {
      about:
        "section 5.3, TL1 thresholding for λ = a²/(2(a + 1)), which the text puts under “otherwise”",
      published: "jumps",
      ours: jumps(equal),
      outcome: equal.jump === equal.sampled ? "agrees" : "differs",
      words:
        "the jump is √(2λ(a + 1)) − a, which is 0 there; Lemma 5.2.1 counts it as sub-critical",
      rule,
    },
  ];
}

function table(rows: Drawn["rows"]): TableBlock {
  return {
    kind: "table",
    caption: "Where each function leaves 0, and how far it jumps there (λ = 1/2)",
    head: ["thresholding", "threshold", "jump"],
    rows: rows.map(([title, threshold, jump]) => [title, threshold, jump < 1e-6 ? 0 : jump]),
  };
}

/** Figure 4: soft, half, hard and TL1 thresholding. */
export const figure4: Part<"draw", Drawn> = {
  name: "figure4",
  title: "Figure 4: thresholding functions",
  tasks: () => ["draw"],
  run: draw,
  section([{ panels, rows, sweep: swept }]): Section {
    const identity: FigureCurve = { label: "u = v", x: [-REACH, REACH], y: [-REACH, REACH] };
    return {
      name: "figure4",
      title: figure4.title,
      blocks: [
        { kind: "verdicts", caption: "What the paper says of Figure 4", verdicts: verdicts(swept) },
        {
          kind: "figure",
          figure: {
            name: "figure4",
            title: "Thresholding functions",
            caption:
              "prox(v, λ) = argmin over u of ½(u − v)² + λp(u) at λ = 1/2, beside u = v. A gap is a jump. TL1 is sub-critical where " +
              `λ ≤ a²/(2(a + 1)): at a = ${SUB} the bound is 2/3, at a = ${SUPER} it is 1/4.`,
            panels: panels.map(
              ({ title, curve }): FigurePanel => ({
                title,
                x: { label: "v", domain: [-REACH, REACH] },
                y: { label: "u = prox(v, 1/2)", domain: [-REACH, REACH] },
                curves: [curve, identity],
                equalUnits: true,
              }),
            ),
          },
        },
        table(rows),
        text(
          "Soft thresholding takes λ from every entry that it keeps, so it is off by λ however large v is. Half, hard and " +
            "TL1 thresholding leave large entries nearly as they were. The paper names no a; these two are ours.",
          "“Half” has a second convention: Xu et al. (2012) minimise (u − v)² + λ√|u|, so their λ = 1/2 is 1/4 here and " +
            `their threshold is ${short(penaltyOf("lhalf").scalar.threshold(0.25))}.`,
        ),
      ],
    };
  },
};
