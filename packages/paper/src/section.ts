/** One part of the report, as plain data: numbers keep all their digits, who shows them rounds. */
export interface Section {
  /** "table1" */
  readonly name: string;
  /** "Table 1: the l0 penalty" */
  readonly title: string;
  readonly blocks: readonly Block[];
}

export type Block = TextBlock | TableBlock | FigureBlock | ChecksBlock | VerdictsBlock;

/** A paragraph, or several with an empty line between. Markdown within the line is allowed. */
export interface TextBlock {
  readonly kind: "text";
  readonly text: string;
}

/** null is a cell without a value. */
export type Cell = string | number | null;

export interface TableBlock {
  readonly kind: "table";
  /** What the table shows, with its parameters. */
  readonly caption: string;
  readonly head: readonly string[];
  /** Each as long as `head`. */
  readonly rows: readonly (readonly Cell[])[];
}

export interface FigureBlock {
  readonly kind: "figure";
  readonly figure: Figure;
}

/** What is to be drawn, as data. */
export interface Figure {
  /** "figure4" */
  readonly name: string;
  readonly title: string;
  /** What is seen, with the parameters. */
  readonly caption: string;
  readonly panels: readonly FigurePanel[];
}

export interface FigurePanel {
  readonly title: string;
  readonly x: FigureAxis;
  readonly y: FigureAxis;
  readonly curves: readonly FigureCurve[];
  /** Whether a unit is as long on both axes. Default: false. */
  readonly equalUnits?: boolean;
}

export interface FigureAxis {
  /** With the unit: "angle γ (radians)". */
  readonly label: string;
  /** Default: linear. */
  readonly scale?: "linear" | "log";
  /** Default: what the curves need. */
  readonly domain?: readonly [number, number];
}

export interface FigureCurve {
  /** Written beside the curve. */
  readonly label: string;
  /** line: joined; dots: not joined; both: joined, with a dot at each point. Default: line. */
  readonly mark?: "line" | "dots" | "both";
  /** Numbers of the same length; a null in y is a gap, as at a jump. */
  readonly x: readonly number[];
  readonly y: readonly (number | null)[];
  /** A band around the curve, such as the range over the seeds; lengths of x. */
  readonly low?: readonly (number | null)[];
  readonly high?: readonly (number | null)[];
}

export interface ChecksBlock {
  readonly kind: "checks";
  readonly caption: string;
  readonly checks: readonly SectionCheck[];
}

/** A statement of the paper held to numbers: a `Check` of `@proxkit/solvers` is one. */
export interface SectionCheck {
  /** "eq. (17)" */
  readonly name: string;
  /** "(π − θ)/(kπ) sin θ = β‖u‖ sin γ" */
  readonly claim: string;
  readonly verdict: "holds" | "fails" | "notApplicable";
  readonly left: number | null;
  readonly relation: "≤" | "<" | "=";
  readonly right: number | null;
  /** How far the check is from failing: positive where it holds. */
  readonly slack: number | null;
  /** What was found, in plain words. */
  readonly words: string;
}

export interface VerdictsBlock {
  readonly kind: "verdicts";
  readonly caption: string;
  readonly verdicts: readonly Verdict[];
}

/** What a rule says of something that the paper printed. */
export interface Verdict {
  /** "Table 1, θ(w̄, w*), d = 10" */
  readonly about: string;
  /** As printed; null where the paper printed no number. */
  readonly published: Cell;
  /** What was computed in its place. */
  readonly ours: Cell;
  readonly outcome: "agrees" | "differs";
  /** "not a critical point: eq. (17) is off by a factor of 3.6" */
  readonly words: string;
  /** The name of the rule that decided, a key of `rules`. */
  readonly rule: string;
}
