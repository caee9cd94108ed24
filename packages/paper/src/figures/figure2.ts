import type { Part } from "../part.ts";
import type { FigureCurve, FigurePanel, Section, Verdict } from "../section.ts";
import {
  curveDistance,
  type Invertible,
  L1_INVERSE,
  LHALF_INVERSE,
  levelLine,
  type PlaneCurve,
  tl1Inverse,
} from "./level-line.ts";
import { short, text } from "./words.ts";

/** Where the lines cross the axes. */
const RADII = [0.25, 0.5, 0.75, 1];

interface Family {
  readonly key: string;
  readonly title: string;
  /** null for l0, whose level sets are no lines. */
  readonly p: Invertible | null;
}

interface Lines {
  readonly key: string;
  readonly title: string;
  readonly curves: readonly FigureCurve[];
  /** The penalty's value on the line through (r, 0). */
  readonly values: readonly number[];
  /** How far the line through (1, 0) is from that of l1, l1/2 and l0. */
  readonly distances: readonly number[];
}

const NEIGHBOURS = ["l1", "l1/2", "l0"];
/** "resembling those of l1 (at a = 100), l1/2 (at a = 1), and l0 (at a = 0.01)" */
const CLAIMS: readonly (readonly [key: string, a: string, like: string])[] = [
  ["tl1(100)", "100", "l1"],
  ["tl1(1)", "1", "l1/2"],
  ["tl1(0.01)", "0.01", "l0"],
];

function families(): Family[] {
  const tl1 = (a: number): Family => ({
    key: `tl1(${a})`,
    title: `TL1, a = ${a}`,
    p: tl1Inverse(a),
  });
  return [
    { key: "l1", title: "l1", p: L1_INVERSE },
    tl1(100),
    tl1(1),
    { key: "lhalf", title: "l1/2, for comparison", p: LHALF_INVERSE },
    tl1(0.01),
    { key: "l0", title: "l0: 0 at the origin, 1 on the axes, 2 elsewhere", p: null },
  ];
}

/** The axes from −1 to 1 as one curve: there ‖(x, y)‖₀ = 1, but for the origin. */
const AXES: PlaneCurve = { x: [-1, 1, 0, 0, 0], y: [0, 0, 0, 1, -1] };

function linesOf(key: string): Lines {
  const { title, p } = families().find((family) => family.key === key) as Family;
  if (!p) {
    const curves: FigureCurve[] = [
      { label: "1", x: [-1, -0.02], y: [0, 0] },
      { label: "1", x: [0.02, 1], y: [0, 0] },
      { label: "1", x: [0, 0], y: [0.02, 1] },
      { label: "1", x: [0, 0], y: [-1, -0.02] },
      { label: "0", mark: "dots", x: [0], y: [0] },
    ];
    return { key, title, curves, values: RADII.map(() => 1), distances: [] };
  }
  const curves = RADII.map((r) => ({ label: `r = ${r}`, ...levelLine(p, r) }));
  const line = levelLine(p, 1);
  const others = [levelLine(L1_INVERSE, 1), levelLine(LHALF_INVERSE, 1), AXES];
  const values = RADII.map(p.value);
  return {
    key,
    title,
    curves,
    values,
    distances: others.map((other) => curveDistance(line, other)),
  };
}

function verdicts(results: readonly Lines[]): Verdict[] {
  return CLAIMS.map(([key, a, like]) => {
    const { distances } = results.find((lines) => lines.key === key) as Lines;
    const nearest = NEIGHBOURS[distances.indexOf(Math.min(...distances))];
    const apart = NEIGHBOURS.map((name, i) => `${short(distances[i])} from ${name}`).join(", ");
    return {
      about: `Figure 2, level lines of TL1 at a = ${a}`,
      published: `like ${like}`,
      ours: `nearest to ${nearest}`,
      outcome: nearest === like ? "agrees" : "differs",
      words: `the line through (1, 0) is ${apart}`,
      rule: "nearest-level-line",
    };
  });
}

/** Figure 2: where TL1 of two numbers is constant, beside l1, l1/2 and l0. */
export const figure2: Part<string, Lines> = {
  name: "figure2",
  title: "Figure 2: level lines of TL1",
  tasks: () => families().map(({ key }) => key),
  run: linesOf,
  section(results): Section {
    const axis = (label: string) => ({ label, domain: [-1.1, 1.1] as const });
    const panels = results.map(
      ({ title, curves }): FigurePanel => ({
        title,
        x: axis("w₁"),
        y: axis("w₂"),
        curves,
        equalUnits: true,
      }),
    );
    return {
      name: "figure2",
      title: figure2.title,
      blocks: [
        {
          kind: "verdicts",
          caption: "What the paper says of Figure 2",
          verdicts: verdicts(results),
        },
        {
          kind: "figure",
          figure: {
            name: "figure2",
            title: "Level lines of the penalties on the plane",
            caption:
              "On each line P(w₁, w₂) = p(w₁) + p(w₂) has the value that it has at (r, 0), for r = 0.25, 0.5, 0.75 and 1. At a = 0.01 the four lines lie on the axes to the eye. " +
              "The level sets of l0 are no lines: the origin, the axes, and the rest of the plane.",
            panels,
          },
        },
        {
          kind: "table",
          caption: "The value of each penalty on its lines",
          head: ["penalty", ...RADII.map((r) => `r = ${r}`)],
          rows: results.map(({ title, values }) => [title, ...values]),
        },
        text(
          "With a = 100 the lines are squares on a corner, as those of l1. As a falls they bend to the axes. The limit l0 has " +
            "no level lines: it is 0 at the origin, 1 on the axes and 2 everywhere else, so its panel shows the axes. The l1/2 " +
            "panel is not in the paper's figure; the text compares a = 1 with it.",
        ),
      ],
    };
  },
};
