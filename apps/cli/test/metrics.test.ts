import { describe, expect, it } from "vitest";
import { measure } from "../src/model/metrics.ts";

describe("measure", () => {
  it("gives a regression its errors, and R² against the mean", () => {
    // errors 1, 0, −1; target 1, 2, 6 with mean 3 and squares 4 + 1 + 9
    const metrics = measure("squared", Float64Array.of(1, 2, 6), Float64Array.of(0, 2, 7));
    expect(metrics).toEqual({ mse: 2 / 3, rmse: Math.sqrt(2 / 3), r2: 1 - 2 / 14 });
  });

  it("leaves R² open where the target is constant", () => {
    const metrics = measure("network", Float64Array.of(2, 2), Float64Array.of(2, 3));
    expect(metrics).toEqual({ mse: 0.5, rmse: Math.sqrt(0.5), r2: null });
  });

  it("gives a classification its hits, and the mean of −log of the probability of the truth", () => {
    const probabilities = Float64Array.of(0.8, 0.4, 0.1, 0.6);
    const logs = Math.log(0.8) + Math.log(0.4) + Math.log(0.9) + Math.log(0.4);
    for (const negative of [0, -1]) {
      const y = Float64Array.of(1, 1, negative, negative);
      const metrics = measure("logistic", y, probabilities);
      expect(metrics).toEqual({ accuracy: 0.5, logLoss: expect.closeTo(-logs / 4, 14) });
    }
  });
});
