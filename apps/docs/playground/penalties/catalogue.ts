/** A parameter of a penalty, and the slider that sets it. */
export interface Parameter {
  readonly name: string;
  /** The symbol that formulas use: "a", "γ". */
  readonly symbol: string;
  readonly default: number;
  readonly min: number;
  readonly max: number;
  /** log: the slider moves by ratios. */
  readonly scale: "linear" | "log";
}

/** A built-in penalty, as far as a page must know it before it runs any. */
export interface CatalogueEntry {
  readonly name: string;
  /** "TL1" */
  readonly label: string;
  readonly formula: string;
  readonly parameters: readonly Parameter[];
  /** Its coordinates do not add up: it is drawn along the first of two axes. */
  readonly couples?: boolean;
}

const log = (name: string, symbol: string, value: number, min: number, max: number): Parameter => ({
  ...{ name, symbol, default: value, min, max },
  scale: "log",
});
const linear = (
  name: string,
  symbol: string,
  value: number,
  min: number,
  max: number,
): Parameter => ({
  ...{ name, symbol, default: value, min, max },
  scale: "linear",
});

/** Every penalty that comes with proxkit. */
export const catalogue: readonly CatalogueEntry[] = [
  { name: "l1", label: "l1", formula: "|x|", parameters: [] },
  { name: "l0", label: "l0", formula: "1 where x ≠ 0", parameters: [] },
  {
    name: "tl1",
    label: "TL1",
    formula: "(a + 1)|x| / (a + |x|)",
    parameters: [log("a", "a", 1, 0.01, 100)],
  },
  { name: "lhalf", label: "l1/2", formula: "√|x|", parameters: [] },
  {
    name: "log-sum",
    label: "log-sum",
    formula: "log(1 + |x|/ε)",
    parameters: [log("epsilon", "ε", 1, 0.01, 100)],
  },
  {
    name: "mcp",
    label: "MCP",
    formula: "slope λ at 0, flat from γλ on",
    parameters: [log("gamma", "γ", 3, 0.1, 30), log("lambda", "λ", 1, 0.05, 5)],
  },
  {
    name: "scad",
    label: "SCAD",
    formula: "slope λ up to λ, flat from aλ on",
    parameters: [log("a", "a", 3.7, 1.1, 30), log("lambda", "λ", 1, 0.05, 5)],
  },
  {
    name: "elastic-net",
    label: "elastic net",
    formula: "r|x| + (1 − r)x²/2",
    parameters: [linear("ratio", "r", 0.5, 0, 1)],
  },
  {
    name: "box",
    label: "box",
    formula: "0 within the bounds, ∞ beyond",
    parameters: [linear("lower", "lower", -0.5, -3, 0), linear("upper", "upper", 1.5, 0, 3)],
  },
  { name: "positive", label: "positive", formula: "0 where x ≥ 0, ∞ below", parameters: [] },
  {
    name: "group",
    label: "group of 2",
    formula: "‖(x, y)‖₂, not squared",
    parameters: [],
    couples: true,
  },
];

/** @returns the entry of that name, or undefined */
export function catalogued(name: string): CatalogueEntry | undefined {
  return catalogue.find((entry) => entry.name === name);
}
