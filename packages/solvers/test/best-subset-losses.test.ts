import { huber, type LinearLoss, logistic, poisson, seededRandom } from "@proxkit/core";
import { bestSubset } from "@proxkit/solvers";
import { describe, expect, it } from "vitest";
import { exhaustive, planted } from "./subset-problems.ts";

/** The loss of one sample with its first two derivatives, as the textbook has them. */
type Sample = (z: number, y: number) => readonly [value: number, slope: number, bend: number];

const losses: Record<
  string,
  {
    readonly of: (X: number[][], y: number[]) => LinearLoss;
    readonly sample: Sample;
    readonly targets: (clean: number[], seed: number) => number[];
  }
> = {
  logistic: {
    of: (X, y) => logistic({ X, y }),
    sample(z, y) {
      const p = 1 / (1 + Math.exp(-z));
      return [Math.log1p(Math.exp(z)) - y * z, p - y, p * (1 - p)];
    },
    targets: (clean, seed) => {
      const random = seededRandom(seed);
      return clean.map((z) => (random.uniform() < 1 / (1 + Math.exp(0.5 - z)) ? 1 : 0));
    },
  },
  poisson: {
    of: (X, y) => poisson({ X, y }),
    sample: (z, y) => [Math.exp(z) - y * z, Math.exp(z) - y, Math.exp(z)],
    targets: (clean, seed) => {
      const random = seededRandom(seed);
      return clean.map((z) => Math.floor(Math.exp(z / 2) + 2 * random.uniform()));
    },
  },
  huber: {
    of: (X, y) => huber({ X, y, delta: 0.7 }),
    sample(z, y) {
      const r = z - y;
      return Math.abs(r) <= 0.7
        ? [(r * r) / 2, r, 1]
        : [0.7 * (Math.abs(r) - 0.35), 0.7 * Math.sign(r), 0];
    },
    targets: (clean, seed) => {
      const random = seededRandom(seed);
      return clean.map((z) => z + 3 + random.normal() * (random.uniform() < 0.1 ? 8 : 1));
    },
  },
};

/** The least loss over the weights of some columns: damped Newton steps, in plain arrays. */
function least(X: number[][], y: number[], some: number[], sample: Sample): number {
  const w = some.map(() => 0);
  const at = (v: number[]) => {
    let value = 0;
    const gradient = some.map(() => 0);
    const H = some.map(() => some.map(() => 0));
    X.forEach((row, i) => {
      const [f, slope, bend] = sample(
        some.reduce((sum, j, k) => sum + row[j] * v[k], 0),
        y[i],
      );
      value += f / y.length;
      some.forEach((j, k) => {
        gradient[k] += (slope * row[j]) / y.length;
        some.forEach((l, n) => {
          H[k][n] += (bend * row[j] * row[l]) / y.length;
        });
      });
    });
    return { value, gradient, H };
  };
  let here = at(w);
  for (let n = 0; n < 200; n++) {
    const { value, gradient, H } = here;
    if (Math.hypot(...gradient) < 1e-11) break;
    H.forEach((row, k) => {
      row[k] += 1e-9;
    });
    const ahead = eliminated(H, gradient);
    for (let t = 1; t > 1e-12; t /= 2) {
      const there = at(w.map((wk, k) => wk - t * ahead[k]));
      if (!(there.value < value)) continue;
      w.forEach((_, k) => {
        w[k] -= t * ahead[k];
      });
      here = there;
      break;
    }
    if (here.value === value) break;
  }
  return here.value;
}

/** A⁻¹b by elimination. */
function eliminated(A: number[][], b: number[]): number[] {
  const rows = A.map((row, i) => [...row, b[i]]);
  const n = b.length;
  for (let k = 0; k < n; k++)
    for (let i = 0; i < n; i++) {
      if (i === k) continue;
      const by = rows[i][k] / rows[k][k];
      for (let c = k; c <= n; c++) rows[i][c] -= by * rows[k][c];
    }
  return rows.map((row, i) => row[n] / row[i]);
}

describe.each(Object.keys(losses))("bestSubset of a %s loss", (name) => {
  const { of, sample, targets } = losses[name];
  const given = (seed: number, p: number, correlation: number) => {
    const { X, clean } = planted({ m: 60, p, k: 3, correlation, signalToNoise: 1, seed });
    return { X: X.map((row) => [1, ...row]), y: targets(clean, seed) };
  };

  it.each([1, 2, 3, 4, 5, 6])("finds what looking at every subset finds: seed %d", (seed) => {
    const { X, y } = given(seed, 6, seed % 2 === 0 ? 0.9 : 0.3);
    const loss = of(X, y);
    const columns = X[0].map((_, j) => X.map((row) => row[j]));
    const best = exhaustive({ columns, y, keep: [0] }, (some) => least(X, y, some, sample));
    for (const point of bestSubset({ loss, keep: [0] })) {
      expect(Math.abs(point.loss - best[point.size])).toBeLessThan(1e-9);
      expect(point.loss).toBeCloseTo(loss.value(point.w), 12);
      expect(point).toMatchObject({ optimal: true, outcome: "converged", samples: 60 });
      const gradient = loss.gradient(point.w);
      for (const j of point.support) expect(Math.abs(gradient[j])).toBeLessThan(1e-7);
    }
  });

  it("is never worse proven than searched, among 12 columns", () => {
    const { X, y } = given(7, 12, 0.8);
    const searched = [...bestSubset({ loss: of(X, y), keep: [0], nodes: 0 })];
    for (const { size, loss, optimal } of bestSubset({ loss: of(X, y), keep: [0] })) {
      expect(optimal).toBe(true);
      expect(loss).toBeLessThan(searched[size].loss + 1e-12);
      expect(loss).toBeGreaterThan(0.9 * searched[size].loss - 0.05);
    }
  });

  it("leaves out what depends on other columns", () => {
    const { X, y } = given(8, 5, 0.5);
    const doubled = X.map((row) => [...row, ...row.map((x) => -2 * x), row[1] + row[2]]);
    const points = [...bestSubset({ loss: of(X, y), keep: [0] })];
    const sizes = points.map(({ size }) => size);
    [...bestSubset({ loss: of(doubled, y), keep: [0], sizes })].forEach((point, s) => {
      expect(Math.max(...point.w.map(Math.abs))).toBeLessThan(20);
      expect(point.support.length).toBeLessThanOrEqual(6);
      expect(point.loss).toBeLessThan(points[s].loss + 1e-10);
    });
  });
});

describe("bestSubset of a logistic loss", () => {
  it("says where the columns separate the classes, and has no NaN", () => {
    const { X, clean } = planted({ m: 40, p: 8, k: 2, correlation: 0, signalToNoise: 1, seed: 1 });
    const loss = logistic({ X, y: clean.map((z) => (z > 0 ? 1 : 0)) });
    const points = [...bestSubset({ loss })];
    expect(points[0].outcome).toBe("converged");
    expect(points[2].outcome).toBe("maxIterations");
    for (const { w, loss: value, size, optimal } of points) {
      expect(w.every(Number.isFinite)).toBe(true);
      expect(value >= 0 && value <= points[Math.max(0, size - 1)].loss).toBe(true);
      expect(optimal).toBe(true);
    }
    expect(points[2].loss).toBeLessThan(1e-11);
  });
});
