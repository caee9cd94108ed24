import type { LinearModel } from "@proxkit/core";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { forms, type Kind, kinds, problem } from "./linear-problems.ts";
import { distance, gaussians, relativeError } from "./numbers.ts";

const named = kinds.map((kind) => [kind.name, kind] as const);
const m = 7;
const givens = fc.record({
  seed: fc.nat(),
  form: fc.constantFrom(...(Object.keys(forms) as (keyof typeof forms)[])),
  weighted: fc.boolean(),
});
type Given = { seed: number; form: keyof typeof forms; weighted: boolean };

/** F of a loss over seven samples, and products z, some of them large. */
function ready(kind: Kind, { seed, form, weighted }: Given) {
  const { X, y, weights, random } = problem(kind, m, 3, seed);
  weights[3] = 0;
  const { linear } = kind.make({ X: forms[form](X), y, ...(weighted && { weights }) });
  const z = () => gaussians(m * kind.outputs, random).map((x) => 3 * x);
  return { linear, y, random, z, s: weighted ? weights : y.map(() => 1) };
}

const slopesAt = ({ slopes }: LinearModel, z: Float64Array) => {
  const out = z.slice();
  slopes(out, out);
  return out;
};
const curvaturesAt = ({ curvatures }: LinearModel, z: Float64Array) => {
  const out = new Float64Array(z.length);
  curvatures(z, out);
  return out;
};
const inner = (a: Float64Array, b: Float64Array) => a.reduce((sum, x, i) => sum + x * b[i], 0);

describe.each(named)("the linear model of %s", (_, kind) => {
  const every = (claim: (given: ReturnType<typeof ready>) => void) =>
    fc.assert(fc.property(givens, (given) => claim(ready(kind, given))));

  it("has F(z) as its value, one output after the other", () => {
    every(({ linear, y, z, s }) => {
      const at = z();
      const whole = s.reduce((a, b) => a + b);
      const samples = y.map((_target, j) =>
        Array.from({ length: kind.outputs }, (_output, k) => at[k * m + j]),
      );
      const F = samples.reduce((sum, zj, j) => sum + (s[j] / whole) * kind.value(zj, y[j]), 0);
      expect(Math.abs(linear.value(at) - F)).toBeLessThan(1e-12 * (1 + Math.abs(F)));
      expect(linear.outputs).toBe(kind.outputs);
      expect(linear.columns.columns).toBe(3);
    });
  });

  it("has slopes that are the differences of its value, and gives the value with them", () => {
    every(({ linear, z }) => {
      const at = z();
      const apart = new Float64Array(at.length);
      expect(linear.slopes(at, apart)).toBe(linear.value(at));
      expect(slopesAt(linear, at)).toEqual(apart); // in place
      const h = 1e-5;
      const differences = at.map(
        (x, i) => (linear.value(at.with(i, x + h)) - linear.value(at.with(i, x - h))) / (2 * h),
      );
      const size = 1 + Math.abs(linear.value(at)) + Math.max(...apart.map(Math.abs));
      expect(distance(differences, apart)).toBeLessThan(1e-5 * size); // Huber's kink: h/2
    });
  });

  it("has a conjugate with F(z) + F*(∇F(z)) = z·∇F(z)", () => {
    every(({ linear, z }) => {
      const at = z();
      const theta = slopesAt(linear, at);
      const parts = [linear.value(at), linear.conjugate?.(theta) ?? Number.NaN];
      const size = 1 + Math.abs(parts[0]) + Math.abs(parts[1]);
      expect(Math.abs(parts[0] + parts[1] - inner(at, theta))).toBeLessThan(1e-12 * size);
    });
  });

  it("has a conjugate with F(z) + F*(σ∇F(z′)) ≥ σz·∇F(z′), for 0 ≤ σ ≤ 1", () => {
    every(({ linear, z, random }) => {
      const [at, other] = [z(), z()];
      for (const sigma of [0, random.uniform(), 1]) {
        const theta = slopesAt(linear, other).map((q) => sigma * q);
        const sum = linear.value(at) + (linear.conjugate?.(theta) ?? Number.NaN);
        const slack = 1e-12 * (1 + Math.abs(sum) + Math.abs(linear.value(other)));
        expect(sum).toBeGreaterThanOrEqual(inner(at, theta) - slack);
      }
    });
  });

  it("has a conjugate that the supremum over z comes near to, at σ∇F too", () => {
    every(({ linear, z, random }) => {
      const sigma = 0.1 + 0.8 * random.uniform();
      const theta = slopesAt(linear, z()).map((q) => sigma * q);
      // steps up θ·z − F(z), of the diagonal's Newton, no longer than 1
      let at = new Float64Array(theta.length);
      for (let step = 0; step < 400; step++) {
        const [slope, curvature] = [slopesAt(linear, at), curvaturesAt(linear, at)];
        at = at.map((x, i) => {
          const move = (theta[i] - slope[i]) / (curvature[i] + 1e-300);
          return x + Math.max(-1, Math.min(1, Number.isFinite(move) ? move : 0));
        });
      }
      const reached = inner(theta, at) - linear.value(at);
      expect(Math.abs((linear.conjugate?.(theta) ?? Number.NaN) - reached)).toBeLessThan(
        1e-8 * (1 + Math.abs(reached)),
      );
    });
  });

  it("has a least number that no value is below, and that some come near to", () => {
    every(({ linear, z, y }) => {
      expect(linear.value(z())).toBeGreaterThanOrEqual(linear.least - 1e-12);
      const best = new Float64Array(m * kind.outputs).map((_zero, at) => {
        const [k, target] = [Math.floor(at / m), y[at % m]];
        if (kind.name === "multinomial") return k === target ? 50 : 0;
        if (kind.name === "logistic") return 50 * target;
        return kind.name === "poisson" ? Math.log(target || 1e-20) : target;
      });
      expect(Math.abs(linear.value(best) - linear.least)).toBeLessThan(1e-13);
    });
  });

  it("has bounds that no curvature exceeds, if it has any", () => {
    every(({ linear, z }) => {
      if (!linear.bounds) {
        expect(["poisson", "leastSquares"]).toContain(kind.name);
        return;
      }
      const bounds = new Float64Array(m * kind.outputs);
      linear.bounds(bounds);
      for (const at of [z(), new Float64Array(m * kind.outputs)])
        curvaturesAt(linear, at).forEach((c, i) => {
          expect(c).toBeLessThanOrEqual(bounds[i] * (1 + 1e-15));
        });
    });
  });

  it("is quadratic if and only if its curvatures are the same everywhere", () => {
    const { linear, z } = ready(kind, { seed: 1, form: "columns", weighted: true });
    const [here, there] = [z(), z()].map((at) => String(curvaturesAt(linear, at)));
    expect(linear.quadratic).toBe(here === there);
  });
});

const smooth = named.filter(([name]) => name !== "huber" && name !== "multinomial");

it.each(smooth)("the curvatures of %s are its second derivatives", (_, kind) => {
  fc.assert(
    fc.property(givens, (given) => {
      const { linear, z } = ready(kind, given);
      const at = z().map((x) => x / 2);
      const h = 1e-5;
      const up = slopesAt(
        linear,
        at.map((x) => x + h),
      );
      const down = slopesAt(
        linear,
        at.map((x) => x - h),
      );
      curvaturesAt(linear, at).forEach((c, i) => {
        expect(Math.abs((up[i] - down[i]) / (2 * h) - c)).toBeLessThan(1e-8 * (1 + c));
      });
    }),
  );
});

it("the curvatures of huber make a parabola that touches it and is above it everywhere", () => {
  const kind = kinds.find(({ name }) => name === "huber") as Kind;
  fc.assert(
    fc.property(givens, fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (given, far) => {
      const { linear, z } = ready(kind, given);
      const [from, direction] = [z(), z()];
      const [slope, curvature] = [slopesAt(linear, from), curvaturesAt(linear, from)];
      const to = from.map((x, i) => x + far * direction[i]);
      const bound = to.reduce(
        (sum, x, i) => sum + (slope[i] + (curvature[i] / 2) * (x - from[i])) * (x - from[i]),
        linear.value(from),
      );
      expect(linear.value(to)).toBeLessThanOrEqual(bound + 1e-12 * (1 + Math.abs(bound)));
    }),
  );
});

it("no smaller curvature would do for huber: the parabola touches it at −r as well", () => {
  const kind = kinds.find(({ name }) => name === "huber") as Kind;
  const { linear } = kind.make({ X: [[1]], y: [0] });
  for (const r of [0.8, 2, 50]) {
    const z = Float64Array.of(r);
    const step = -2 * r;
    const bound =
      linear.value(z) +
      slopesAt(linear, z)[0] * step +
      (curvaturesAt(linear, z)[0] / 2) * step * step;
    expect(relativeError(bound, linear.value(Float64Array.of(-r)))).toBeLessThan(1e-14);
  }
});

it("the curvatures of multinomial bound s(diag(p) − ppᵀ), and are at most s/2", () => {
  const kind = kinds.find(({ name }) => name === "multinomial") as Kind;
  fc.assert(
    fc.property(givens, (given) => {
      const { linear, z, s } = ready(kind, given);
      const [at, v] = [z(), z()];
      const whole = s.reduce((a, b) => a + b);
      const curvature = curvaturesAt(linear, at);
      for (let j = 0; j < m; j++) {
        const of = (x: Float64Array) => [x[j], x[m + j], x[2 * m + j]];
        const e = of(at).map(Math.exp);
        const p = e.map((x) => x / (e[0] + e[1] + e[2]));
        const mean = p[0] * of(v)[0] + p[1] * of(v)[1] + p[2] * of(v)[2];
        const second = of(v).reduce((sum, x, k) => sum + p[k] * (x - mean) ** 2, 0); // vᵀ(diag(p) − ppᵀ)v
        const bound = of(v).reduce((sum, x, k) => sum + of(curvature)[k] * x * x, 0);
        expect((s[j] / whole) * second).toBeLessThanOrEqual(bound + 1e-14);
        for (const [k, c] of of(curvature).entries()) {
          expect(c).toBeCloseTo((2 * s[j] * p[k] * (1 - p[k])) / whole, 14);
          expect(c).toBeLessThanOrEqual(s[j] / whole / 2 + 1e-16);
        }
      }
    }),
  );
});
