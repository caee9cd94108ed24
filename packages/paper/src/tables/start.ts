import { type Problem, uniformProblem } from "../figures/problem.ts";
import type { StartChoice } from "./table-options.ts";

/** w* uniform on the sphere, and a start by choice; the seed decides both. */
export function problemWith(choice: StartChoice, d: number, seed: number): Problem {
  const { wStar, start } = uniformProblem(d, seed);
  if (choice === "uniform") return { wStar, start };
  if (choice === "w*") return { wStar, start: wStar.slice() };
  return { wStar, start: start.map((s, i) => 0.09 * s - wStar[i]) }; // RVSM scales it to unit norm
}
