import { PAPERS_PENALTIES } from "../figures/penalties.ts";
import { eachSeed, type Seeds, seedRanges } from "../figures/seeds.ts";
import { known, median } from "../figures/statistics.ts";
import { outOf, short, text } from "../figures/words.ts";
import type { Part } from "../part.ts";
import type { Cell, Section, TableBlock, VerdictsBlock } from "../section.ts";
import { COURSES, type Course, courseFigure, courseOf } from "./courses.ts";
import { BETA, LAMBDA, type Method, methodLabel, methods } from "./methods.ts";
import { D, K, PROBLEM_NAMES, PROBLEMS, type ProblemName } from "./problems.ts";
import { type MethodRun, runMethod } from "./run-method.ts";

type Task =
  | { readonly method: Method; readonly course: Seeds }
  | { readonly method: Method; readonly problem: ProblemName; readonly seeds: Seeds };
type Result = Course | { readonly runs: readonly MethodRun[] };

/** Losses on data cost some fifty times as much. */
function seedsFor(problem: ProblemName, seeds: number): number {
  return problem === "samples" ? Math.ceil(seeds / 20) : Math.ceil(seeds / 2);
}

function tasks(seeds: number): Task[] {
  return [
    ...COURSES.map((method) => ({ method, course: { first: 1, last: Math.ceil(seeds / 2) } })),
    ...PROBLEMS.flatMap((problem) =>
      methods().flatMap((method) =>
        seedRanges(seedsFor(problem, seeds), 50).map((range) => ({
          method,
          problem,
          seeds: range,
        })),
      ),
    ),
  ];
}

function run(task: Task): Result {
  if ("course" in task) return courseOf(task.method, task.course);
  const { method, problem, seeds } = task;
  return { runs: eachSeed(seeds, (seed) => runMethod(method, problem, seed)) };
}

type RunsOf = (problem: ProblemName, method: Method) => readonly MethodRun[];

function row(method: Method, runs: readonly MethodRun[]): Cell[] {
  const of = (f: (run: MethodRun) => number | null) => median(known(runs.map(f)));
  return [
    methodLabel(method),
    outOf(runs.filter(({ converged }) => converged).length, runs.length),
    of((r) => r.iterations),
    of((r) => r.gradients),
    of((r) => r.normW),
    of((r) => r.angleW),
    of((r) => r.angleU),
    of((r) => r.zeros),
    outOf(runs.filter(({ wrong }) => wrong === 0).length, runs.length),
    of((r) => r.loss),
  ];
}

function table(problem: ProblemName, runsOf: RunsOf, seeds: number): TableBlock {
  return {
    kind: "table",
    caption: `All methods from the same starts: ${PROBLEM_NAMES[problem]}; k = ${K}, d = ${D}, λ = ${LAMBDA}, β = ${BETA}; medians over ${seedsFor(problem, seeds)} seeds`,
    head: [
      "method",
      "converged",
      "steps",
      "gradients",
      "‖w‖",
      "θ(w, w*)",
      "θ(solution, w*)",
      "zeros",
      "support found",
      "f(solution)",
    ],
    rows: methods().map((method) => row(method, runsOf(problem, method))),
  };
}

function verdict(runsOf: RunsOf): VerdictsBlock {
  const free = methods().filter(({ name }) => name === "rvsm-free");
  const runs = free.flatMap((method) => runsOf("uniform", method));
  const converged = runs.filter((one) => one.converged).length;
  const norms = runs.map(({ normW }) => normW);
  return {
    kind: "verdicts",
    caption: "What the paper says of RVSM without normalisation",
    verdicts: [
      {
        about: "section 5.3, “the algorithm is observed to converge regardless of normalization”",
        published: "converges",
        ours: `${outOf(converged, runs.length)} runs converge`,
        outcome: converged === runs.length ? "agrees" : "differs",
        words: `l1, TL1 and l0 together; at the limit ‖w‖ is ${short(Math.min(...norms), 5)} to ${short(Math.max(...norms), 5)}, where ‖w*‖ = 1`,
        rule: "converges-without-normalisation",
      },
    ],
  };
}

/** By how much the angle of w̄ differs at most with and without normalisation, relative to it. */
function angleChange(runsOf: RunsOf): number {
  const changes = PAPERS_PENALTIES.flatMap((penalty) => {
    const free = runsOf("uniform", { name: "rvsm-free", penalty });
    return runsOf("uniform", { name: "rvsm", penalty }).map(({ angleW }, i) => {
      const other = free[i].angleW;
      return angleW && other ? Math.abs(other / angleW - 1) : 0;
    });
  });
  return Math.max(...changes);
}

/** What the paper leaves for later: RVSM without normalisation, and other methods on the same problems. */
export const beyondPart: Part<Task, Result> = {
  name: "beyond",
  title: "Beyond the paper: no normalisation, and yardsticks",
  tasks: ({ seeds }) => tasks(seeds),
  run,
  section(results, { seeds }): Section {
    const all = tasks(seeds);
    const runsOf: RunsOf = (problem, method) =>
      results.flatMap((result, i) => {
        const task = all[i];
        const mine =
          "problem" in task &&
          task.problem === problem &&
          methodLabel(task.method) === methodLabel(method);
        return mine && "runs" in result ? result.runs : [];
      });
    const plain = runsOf("sparse", { name: "iht", penalty: "" });
    const stuck = plain.filter(({ angleU }) => Math.abs((angleU ?? 0) - Math.PI / 2) < 1e-6).length;
    const courses = results.flatMap((result) => ("angles" in result ? [result] : []));
    return {
      name: "beyond",
      title: beyondPart.title,
      blocks: [
        verdict(runsOf),
        courseFigure(courses, Math.ceil(seeds / 2)),
        ...PROBLEMS.map((problem) => table(problem, runsOf, seeds)),
        text(
          `With the paper's w* (the first table) w̄ is a little shorter than w* without normalisation, as u pulls it back, and its angle is the same as with it up to ${short(100 * angleChange(runsOf))}%. On noisy samples it may be longer.`,
          `Plain IHT ends at a right angle to w* in ${outOf(stuck, plain.length)} runs with a sparse w*: it rests on s wrong entries, where one step does not lift those of w* above them. ` +
            "Adaptive IHT lets all entries grow until the order changes, and leaves such points.",
          "The methods do not solve the same problem. RVSM minimises f(w) + λP(u) + β/2 ‖w − u‖² and cuts at λ/β; ADMM and proximal gradient minimise f + λP and cut far less at the " +
            "same λ; IHT is told how many nonzeros w* has. So the tables show what each gives for the same λ, not which is best at its own best λ.",
          "η is 1 on the population loss and 1/L (1/(β + L) for RVSM) on samples. ADMM has ρ = 1 and ρ = L, and descends within each step: its gradients are counted. A run " +
            "has converged when its residual is 1e-9 of the first. On samples all stop after 200 steps at the latest: the loss has kinks there, where residuals do not go to 0. " +
            "“Support found” counts the runs whose solution is 0 where w* is, and nowhere else.",
        ),
      ],
    };
  },
};
