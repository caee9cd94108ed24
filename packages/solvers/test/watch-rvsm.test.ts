import { angle, norm } from "@proxkit/core";
import { tl1 } from "@proxkit/penalties-tl1";
import { addStep, noSteps, type RvsmStep, rvsm, solve, watchRvsm } from "@proxkit/solvers";
import { describe, expect, it } from "vitest";
import { population } from "./problems.ts";

const { loss, wStar, w0 } = population(12, 4);
const options = { loss, penalty: tl1(), lambda: 1e-4, beta: 4e-3 };

describe("watchRvsm", () => {
  it.each([{}, { normalize: false }, { stepSize: "backtracking" as const }])(
    "ends with the bits of rvsm: %j",
    (more) => {
      const watched = solve(watchRvsm({ ...options, ...more, wStar }).solver, w0);
      expect(watched).toEqual(solve(rvsm({ ...options, ...more }), w0));
    },
  );

  it("measures what the lemmas speak of, as a slow twin does", () => {
    const { penalty, lambda, beta } = options;
    const watch = watchRvsm({ ...options, wStar });
    const L = (u: Float64Array, w: Float64Array) =>
      loss.value(w) + lambda * penalty.value(u) + (beta / 2) * norm(w.map((x, i) => x - u[i])) ** 2;
    const state = watch.solver.init(w0);
    for (let t = 1; t <= 20; t++) {
      const [w, u, g] = [state.w.slice(), state.u.slice(), loss.gradient(state.w)];
      watch.solver.step(state);
      const last = watch.last() as RvsmStep;
      expect(last.iteration).toBe(t);
      expect(last.before).toBeCloseTo(L(u, w), 14);
      expect(last.afterProx).toBeCloseTo(L(state.u, w), 14);
      expect(last.after).toBeCloseTo(L(state.u, state.w), 14);
      const moved = g.map((x, i) => last.stepSize * (x + beta * (w[i] - state.u[i])));
      expect(last.displacement).toBeCloseTo(norm(moved), 14);
      expect(last.angle).toBe(angle(state.w, wStar));
    }
  });

  it("folds the steps as a trace of them would be folded", () => {
    const watch = watchRvsm({ ...options, wStar });
    const trace: RvsmStep[] = [];
    solve(watch.solver, w0, { onIterate: () => trace.push(watch.last() as RvsmStep) });
    const startAngle = angle(w0, wStar);
    expect(trace.reduce(addStep, noSteps({ startAngle }))).toEqual(watch.steps());
    const largest = Math.max(...trace.map((step) => step.angle as number));
    expect(watch.steps()).toMatchObject({
      startAngle,
      largestAngle: largest,
      from: 0,
      count: trace.length,
    });
    const displacements = trace.map(({ displacement }) => displacement);
    expect(watch.steps().largestDisplacement).toBe(Math.max(...displacements));
  });

  it("goes on with the steps of the part before, or says from where it watched", () => {
    const whole = watchRvsm({ ...options, wStar });
    solve(whole.solver, w0);
    const first = watchRvsm({ ...options, wStar });
    const { state } = solve(first.solver, w0, { maxIterations: 30 });
    const steps = JSON.parse(JSON.stringify(first.steps()));
    const second = watchRvsm({ ...options, wStar, steps });
    solve(second.solver, state);
    expect(second.steps()).toEqual(whole.steps());

    const late = watchRvsm({ ...options, wStar });
    solve(late.solver, state);
    expect(late.steps()).toMatchObject({ from: 30, startAngle: angle(state.w, wStar) });
  });

  it("forgets a run when another begins, and knows no angle without a truth", () => {
    const watch = watchRvsm(options);
    solve(watch.solver, w0);
    const before = watch.steps();
    solve(watch.solver, w0);
    expect(watch.steps()).toEqual(before);
    expect(watch.last()?.angle).toBeNull();
    expect(before).toMatchObject({ startAngle: null, largestAngle: null });
  });

  it("counts a step that left the numbers as the worst there is, in JSON too", () => {
    const step = { iteration: 1, before: 1, afterProx: 1, stepSize: 1, angle: null };
    const steps = addStep(noSteps(), { ...step, after: Number.NaN, displacement: Infinity });
    expect(JSON.parse(JSON.stringify(steps))).toEqual(steps);
    expect(steps.largestDisplacement).toBe(Number.MAX_VALUE);
    expect(steps.largestRiseOfStep?.rise).toBe(Number.MAX_VALUE);
  });

  it.each([
    [[1], "watchRvsm: wStar must have length 12, received 1"],
    [
      new Float64Array(12),
      "watchRvsm: wStar must not be zero, for it has no direction, received zero",
    ],
    [new Float64Array(12).fill(Number.NaN), "watchRvsm: wStar[0] must be finite, received NaN"],
  ])("refuses the truth %j", (bad, message) => {
    expect(() => watchRvsm({ ...options, wStar: bad })).toThrow(message);
  });
});
