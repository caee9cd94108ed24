import { norm } from "@proxkit/core";
import { l1 } from "@proxkit/penalties-l1";
import { certifyRvsm, type RvsmEvidence } from "@proxkit/solvers";
import { describe, expect, it } from "vitest";
import { population } from "./problems.ts";
import { evidenceOf, named, PAPER, verdicts } from "./rvsm-evidence.ts";

describe("certifyRvsm with false or little evidence", () => {
  const good = evidenceOf();
  const limit = good.limit as NonNullable<RvsmEvidence["limit"]>;
  const failing = (evidence: Partial<RvsmEvidence>) =>
    verdicts(certifyRvsm({ ...good, ...evidence }), "fails");

  it("finds out a u that is not the prox of w", () => {
    const u = Array.from(limit.u, (x) => 1.001 * x);
    expect(failing({ limit: { ...limit, u } })).toEqual(["Algorithm 1: u"]);
  });

  it("finds out a w that is not at rest, and a truth that is not the run's", () => {
    const { w0 } = population(20, 9);
    const moved = Float64Array.from(limit.w, (x, i) => x + 1e-6 * w0[i]);
    const w = moved.map((x) => x / norm(moved));
    const u = l1().prox(w, 0.025);
    const wrong = failing({ limit: { ...limit, w, u, gradient: undefined } });
    expect(wrong).toEqual(["Theorem 1: critical point", "eq. (12), (19)", "eq. (17)"]);
    expect(failing({ wStar: w0 })).toContain("eq. (17)");
  });

  it("finds out a w of the wrong length where nothing is normalised", () => {
    // λ = 0: u = w, the limit is w*, and at 1.01 w* the gradient is along w
    const free = evidenceOf({ rvsm: { normalize: false, lambda: 0 } });
    const w = Float64Array.from(free.wStar ?? [], (x) => 1.01 * x);
    const limit = { w, u: w, outcome: "converged" as const };
    const failed = (normalize: boolean) =>
      verdicts(certifyRvsm({ ...free, limit, normalize }), "fails");
    expect(failed(false)).toContain("Theorem 1: critical point");
    expect(failed(true)).not.toContain("Theorem 1: critical point");
  });

  it("fails on NaN, and shows null", () => {
    const steps = good.steps as NonNullable<RvsmEvidence["steps"]>;
    const certificate = certifyRvsm({
      ...good,
      steps: { ...steps, largestDisplacement: Number.NaN },
    });
    const { verdict, left, slack } = named(certificate, "Theorem 1: displacement");
    expect({ verdict, left, slack }).toEqual({ verdict: "fails", left: null, slack: null });
  });

  it("finds out a rise of L_β, and an angle that grew", () => {
    const steps = good.steps as NonNullable<RvsmEvidence["steps"]>;
    const rise = { rise: 1e-9, rounding: 1e-17, iteration: 7 };
    expect(failing({ steps: { ...steps, largestRiseOfProx: rise } })).toEqual(["Lemma 5.1.4"]);
    expect(failing({ steps: { ...steps, largestRiseOfStep: rise } })).toEqual(["Lemma 5.1.5"]);
    const onData = { steps: { ...steps, largestRiseOfStep: rise }, lossKind: "sample" as const };
    const { words } = named(certifyRvsm({ ...good, ...onData }), "Lemma 5.1.5");
    expect(words).toMatch(/in step 7 L_β rose by 1e-9.*kinks/);
    expect(failing({ steps: { ...steps, largestAngle: 3 } })).toEqual(["Theorem 1: invariant"]);
  });

  it("checks what it can without the truth, and says what it lacks for the rest", () => {
    const { wStar: _, steps: __, ...rest } = good;
    const certificate = certifyRvsm(rest);
    expect(named(certificate, "Theorem 1: critical point").verdict).toBe("holds");
    expect(named(certificate, "eq. (17)").words).toBe("the truth w* is not known");
    expect(named(certificate, "Lemma 5.1.4").words).toBe("the steps were not watched");
    const bare = { penalty: l1(), ...PAPER, normalize: true, dimension: 20 };
    const least = certifyRvsm(bare).checks.filter(({ verdict }) => verdict !== "notApplicable");
    expect(least.map(({ name }) => name)).toEqual(["Theorem 1: λ/β"]);
  });

  it.each([
    [{ beta: 0 }, "certifyRvsm: beta must be a finite number greater than 0, received 0"],
    [{ delta: 4 }, "certifyRvsm: delta must be an angle between 0 and π, received 4"],
    [{ wStar: [1] }, "certifyRvsm: wStar must have length 20, received 1"],
    [{ limit: { ...limit, u: [1] } }, "certifyRvsm: limit.u must have length 20, received 1"],
  ])("refuses %o", (bad, message) => {
    expect(() => certifyRvsm({ ...good, ...bad })).toThrow(message);
  });
});
