import { angle, norm } from "@proxkit/core";
import { PAPERS_PENALTIES, penaltyLabel } from "../figures/penalties.ts";
import { eachSeed, type Seeds } from "../figures/seeds.ts";
import { largest, median, smallest } from "../figures/statistics.ts";
import type { FigureBlock, FigureCurve } from "../section.ts";
import { BETA, LAMBDA, type Method, solverFor } from "./methods.ts";
import { D, K, pose } from "./problems.ts";

const STEPS = 40;

/** The RVSM runs that are shown step by step. */
export const COURSES: readonly Method[] = (["rvsm", "rvsm-free"] as const).flatMap((name) =>
  PAPERS_PENALTIES.map((penalty): Method => ({ name, penalty })),
);

/** θ(w, w*) and ‖w‖ after 0, 1, … STEPS steps, for each seed. */
export interface Course {
  readonly angles: readonly (readonly number[])[];
  readonly norms: readonly (readonly number[])[];
}

export function courseOf(method: Method, seeds: Seeds): Course {
  const runs = eachSeed(seeds, (seed) => {
    const problem = pose("uniform", seed);
    const solver = solverFor(method, problem);
    const state = solver.init(problem.start);
    const angles = [angle(state.w, problem.wStar)];
    const norms = [norm(state.w)];
    while (state.iteration < STEPS) {
      solver.step(state);
      angles.push(angle(state.w, problem.wStar));
      norms.push(norm(state.w));
    }
    return { angles, norms };
  });
  return { angles: runs.map((run) => run.angles), norms: runs.map((run) => run.norms) };
}

function curve(label: string, rows: readonly (readonly number[])[]): FigureCurve {
  const x = Array.from({ length: STEPS + 1 }, (_, t) => t);
  const at = x.map((t) => rows.map((row) => row[t]));
  return { label, x, y: at.map(median), low: at.map(smallest), high: at.map(largest) };
}

/** How normalisation changes the course of RVSM. */
export function courseFigure(courses: readonly Course[], seeds: number): FigureBlock {
  const of = (name: Method["name"], quantity: keyof Course) =>
    COURSES.flatMap((method, i) =>
      method.name === name && method.penalty !== ""
        ? [curve(penaltyLabel(method.penalty), courses[i][quantity])]
        : [],
    );
  const x = { label: "iteration" };
  const angles = { label: "θ(w, w*) (radians)", scale: "log" } as const;
  return {
    kind: "figure",
    figure: {
      name: "beyond",
      title: "RVSM with and without normalisation",
      caption: `k = ${K}, d = ${D}, λ = ${LAMBDA}, β = ${BETA}, η = 1, w* and w⁰ uniform on the unit sphere: median and range over ${seeds} seeds.`,
      panels: [
        { title: "normalised", x, y: angles, curves: of("rvsm", "angles") },
        { title: "not normalised", x, y: angles, curves: of("rvsm-free", "angles") },
        { title: "not normalised: ‖w‖", x, y: { label: "‖w‖" }, curves: of("rvsm-free", "norms") },
      ],
    },
  };
}
