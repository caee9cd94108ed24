import type { Chart } from "@proxkit/plots";
import type { RaceResult, Trace } from "../races/race.ts";
import { type Grid, timeInWords } from "./cells.ts";

export const RACES = {
  name: "races",
  title: "Who wins where: objective against time",
  about: [
    "Our own methods on least squares plus λP, from w = 0. What is left is (F − best)/(F(0) − best), best being the least",
    "F = f + λP that any of them met; of F the penalised objective counts, at the sparse solution, whatever a method minimises.",
    "Each method has a process of its own and three runs; of each stretch the shortest time counts. Time starts when the",
    "loss is there, and includes what a method asks of it first (curvatures, L, a copy by columns); computing F is not timed.",
    "Where P is not convex methods may end at different points, and the best is the best of these. RVSM minimises a",
    "relaxation, nearer to F for a larger β; IHT minimises f among s-sparse w, with the planted s, and not F.",
    "Coordinate descent sees losses of Xw only: the network of the paper it cannot take.",
  ].join("\n"),
} as const;

/** What is left is told for these shares. */
const SHARES = [1e-2, 1e-4, 1e-8];
/** Less is rounding. */
const LEAST = 1e-12;

/** The least objective that any method met. */
function bestOf({ traces }: RaceResult): number {
  return Math.min(...traces.flatMap(({ objectives }) => objectives));
}

/** (F − best)/(F(0) − best) along a trace, falling: what a method has reached it can keep. */
function leftOf(race: RaceResult, { objectives }: Trace): number[] {
  const best = bestOf(race);
  const start = race.traces[0].objectives[0];
  let reached = Number.POSITIVE_INFINITY;
  return objectives.map((objective) => {
    reached = Math.min(reached, objective);
    return (reached - best) / (start - best);
  });
}

/** When each method has which share left. */
export function raceGrid(race: RaceResult): Grid {
  return {
    head: [
      "method",
      "steps",
      ...SHARES.map((share) => `to ${share.toExponential(0)}`),
      "left at the end",
    ],
    rows: [
      ...race.traces.map((trace) => {
        const left = leftOf(race, trace);
        return [
          trace.method,
          String(trace.iterations.at(-1)),
          ...SHARES.map((share) => {
            const at = left.findIndex((rest) => rest <= share);
            return at < 0 ? "–" : timeInWords(1e9 * trace.seconds[at]);
          }),
          Math.max(left.at(-1) ?? Number.NaN, 0) < LEAST
            ? "0"
            : (left.at(-1)?.toExponential(1) ?? ""),
        ];
      }),
      ...race.failures.map(({ method }) => [method, "failed", ...SHARES.map(() => "–"), "–"]),
    ],
  };
}

/** What is left against seconds, on log axes: a panel a race. */
export function raceChart(races: readonly RaceResult[]): Chart | undefined {
  if (races.length === 0) return undefined;
  return {
    name: RACES.name,
    title: RACES.title,
    caption: `(F − best)/(F(0) − best), down to ${LEAST}; best is the least F that any method met.`,
    panels: races.map((race) => ({
      title: race.title,
      x: { label: "time, s", scale: "log" },
      y: { label: "left of the objective", scale: "log", domain: [LEAST, 1] },
      curves: race.traces.map((trace) => ({
        label: trace.method,
        x: trace.seconds,
        y: leftOf(race, trace).map((left) => (left > LEAST ? left : null)),
      })),
    })),
  };
}
