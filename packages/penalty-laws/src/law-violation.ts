/** Plain data by name: a counterexample, or the numbers that contradict. Vectors of length 1 are numbers. */
export type Data = Readonly<Record<string, number | string | readonly number[]>>;

/** What a {@link LawViolation} is made of. */
export interface Violation {
  readonly penalty: string;
  readonly law: string;
  readonly claim: string;
  readonly counterexample: Data;
  readonly numbers: Data;
  readonly seed: number;
  readonly path: string;
}

/**
 * A penalty broke a law: which, in what case, and the numbers that contradict.
 *
 * @example
 * ```ts
 * import { separablePenalty } from "@proxkit/penalty";
 * import { checkPenalty } from "@proxkit/penalty-laws";
 *
 * const halved = separablePenalty({
 *   name: "halved",
 *   convex: true,
 *   value: Math.abs,
 *   prox: (v, t) => (Math.abs(v) <= t / 2 ? (t === 0 ? v : 0) : v - (Math.sign(v) * t) / 2),
 *   threshold: (t) => t / 2,
 * });
 * const { violation } = checkPenalty(halved)[0];
 * console.log(violation.law); // prox is a global minimiser
 * console.log(violation.counterexample); // { v: 1, t: 1 }
 * console.log(violation.numbers); // { prox: 0.5, objective: 0.625, betterPoint: 0, betterObjective: 0.5 }
 * ```
 */
export class LawViolation extends Error {
  override readonly name: string = "LawViolation";
  /** The name of the law. */
  readonly law: string;
  /** The name of the penalty. */
  readonly penalty: string;
  /** The smallest case found that breaks the law: v, t, … */
  readonly counterexample: Data;
  /** What was found there, such as the objective at the claimed prox, and a better point with its objective. */
  readonly numbers: Data;
  /** With the same seed the same cases come again. */
  readonly seed: number;
  /** With the seed and this path, the case comes at once. */
  readonly path: string;

  constructor(violation: Violation, options?: ErrorOptions) {
    const { penalty, law, claim, counterexample, numbers, seed, path } = violation;
    const lines = [
      `${penalty} breaks the law "${law}": ${claim}`,
      ...line("case:   ", counterexample),
      ...line("numbers:", numbers),
      `  again:   seed ${seed}, path "${path}"`,
    ];
    super(lines.join("\n"), options);
    this.law = law;
    this.penalty = penalty;
    this.counterexample = counterexample;
    this.numbers = numbers;
    this.seed = seed;
    this.path = path;
  }
}

function line(label: string, data: Data): readonly string[] {
  const written = Object.entries(data)
    .map(([name, value]) => {
      if (typeof value === "object") return `${name} = [${value.map(exact).join(", ")}]`;
      return `${name} = ${typeof value === "number" ? exact(value) : value}`;
    })
    .join(", ");
  return written ? [`  ${label} ${written}`] : [];
}

/** All digits, and the sign of zero. */
function exact(x: number): string {
  return Object.is(x, -0) ? "-0" : String(x);
}
