/*
# A run that is held to its theorem

Theorem 1 of Dinh & Xin says of RVSM that the objective L_β never rises, and how far from the planted filter the limit can
be. `watchRvsm` is `rvsm` to the bit, and remembers what the theorem speaks of; `certifyRvsm` holds the theorem to the run,
with both sides of every inequality.
*/
import { writeFileSync } from "node:fs";
import { angle, populationLoss, randomUnitVector, seededRandom } from "@proxkit/core";
import { l1 } from "@proxkit/penalties-l1";
import { chartPicture } from "@proxkit/plots";
import { renderSvg } from "@proxkit/plots/node";
import { certifyRvsm, rvsmLimit, solve, watchRvsm } from "@proxkit/solvers";

const d = 30;
const random = seededRandom(4);
const wStar = randomUnitVector(d, random);
const loss = populationLoss({ wStar, patches: 2 });
const options = { penalty: l1(), lambda: 1e-4, beta: 4e-3, wStar };
const watch = watchRvsm({ loss, ...options });

// step by step, to see the iterate too: a state is where the last run ended
let result = solve(watch.solver, randomUnitVector(d, random), { maxIterations: 0 });
const trace: { objective: number; angleW: number; angleU: number }[] = [];
for (let n = 1; n <= 60; n++) {
  result = solve(watch.solver, result.state, { maxIterations: n });
  trace.push({
    objective: result.objective,
    angleW: angle(result.w, wStar),
    angleU: angle(result.solution, wStar),
  });
}
result = solve(watch.solver, result.state);

const { checks } = certifyRvsm({
  ...options,
  normalize: true,
  dimension: d,
  patches: 2,
  lossKind: "population",
  smoothness: loss.smoothness,
  steps: watch.steps(),
  limit: rvsmLimit(result),
});
const count = (wanted: string) => checks.filter(({ verdict }) => verdict === wanted).length;
console.log(result.outcome, count("holds"), count("fails")); // converged 23 0
const bound = checks.find(({ name }) => name === "eq. (13)");
console.log(bound?.claim); // ‖w*/‖w*‖ − w‖ ≤ 4kβ sin γ/‖w*‖
console.log(bound?.left?.toExponential(1), bound?.right?.toExponential(1)); // 5.4e-4 2.4e-3

const iterations = trace.map((_, i) => i + 1);
const picture = chartPicture({
  name: "certified-run",
  title: "RVSM on a network whose loss is known exactly",
  caption: `d = ${d}, k = 2, l1, λ = 1e-4, β = 4e-3: ${count("holds")} checks hold, ${count("fails")} fail.`,
  panels: [
    {
      title: "Objective",
      x: { label: "iteration" },
      y: { label: "L_β(u, w)", scale: "log" },
      curves: [{ label: "", x: iterations, y: trace.map(({ objective }) => objective) }],
    },
    {
      title: "Angle to the planted filter",
      x: { label: "iteration" },
      y: { label: "angle (radians)", scale: "log" },
      curves: [
        { label: "w", x: iterations, y: trace.map(({ angleW }) => angleW) },
        { label: "u, the sparse one", x: iterations, y: trace.map(({ angleU }) => angleU) },
      ],
    },
  ],
});
writeFileSync(process.argv[2] ?? "certified-run.svg", renderSvg(picture));
