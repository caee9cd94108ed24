import { angle, networkLoss, plantedNetwork } from "@proxkit/core";
import { l0 } from "@proxkit/penalties-l0";
import { l1 } from "@proxkit/penalties-l1";
import { certifyRvsm, rvsmLimit, solve, watchRvsm } from "@proxkit/solvers";
import { describe, expect, it } from "vitest";
import { penalties } from "./problems.ts";
import { evidenceOf, named, PAPER, verdicts } from "./rvsm-evidence.ts";

describe("certifyRvsm on the paper's runs", () => {
  it.each(penalties)("finds Theorem 1 and all of its equations true: $name", (penalty) => {
    for (const d of [10, 50])
      for (let seed = 1; seed <= 5; seed++) {
        const certificate = certifyRvsm(evidenceOf({ penalty, d, seed }));
        // what the proof needs of l0's threshold, 0.2236 < 1/√d, ends at d = 20
        const expected = penalty.name === "l0" && d === 50 ? ["Corollary 1.1: threshold"] : [];
        expect(verdicts(certificate, "fails")).toEqual(expected);
        expect(verdicts(certificate, "notApplicable")).toEqual(
          penalty.name === "l1" ? [] : ["eq. (12): C", "eq. (14)"],
        );
      }
  });

  it("shows eq. (14) with λ/β for l0, where it would fail, and holds it with l0's own displacement", () => {
    const certificate = certifyRvsm(evidenceOf({ penalty: l0(), d: 30 }));
    const printed = named(certificate, "eq. (14)");
    expect(printed.verdict).toBe("notApplicable");
    expect(printed.slack).toBeLessThan(-0.1);
    const own = named(certificate, "eq. (14), with the prox's own displacement");
    expect(own.verdict).toBe("holds");
    expect((own.right as number) - (printed.right as number)).toBeCloseTo(
      (Math.sqrt(0.05) - 0.025) * Math.sqrt(30),
      12,
    );
  });

  it.each([1, 3])("finds δ₁ and π − δ₂ where δ sin δ = kπβ/‖w*‖, ‖w*‖ = %d", (size) => {
    const certificate = certifyRvsm(evidenceOf({ size }));
    const level = (2 * Math.PI * PAPER.beta) / size;
    const delta = named(certificate, "Theorem 1: θ").right as number;
    const psi = named(certificate, "Theorem 1: θ, as its proof has it").right as number;
    expect(delta * Math.sin(delta)).toBeCloseTo(level, 15);
    expect((Math.PI - psi) * Math.sin(psi)).toBeCloseTo(level, 15);
    expect(psi).toBeLessThan(delta / 10);
  });

  it("is plain JSON, with a reason in words for all that is not applicable", () => {
    for (const given of [
      {},
      { run: { maxIterations: 0 } },
      { rvsm: { lambda: 1 }, penalty: l0() },
    ]) {
      const certificate = certifyRvsm(evidenceOf(given));
      expect(JSON.parse(JSON.stringify(certificate))).toEqual(certificate);
      for (const { words } of certificate.checks)
        expect(words).not.toMatch(/NaN|undefined|Infinity/);
    }
  });
});

describe("certifyRvsm where the paper's case is left", () => {
  it.each([0.5, 3])("has w* enter eq. (12) and (17) with its norm, %d", (size) => {
    const evidence = evidenceOf({ size });
    const certificate = certifyRvsm(evidence);
    expect(verdicts(certificate, "fails")).toEqual([]);
    expect(named(certificate, "Theorem 1: ‖w*‖").verdict).toBe("notApplicable");
    const far = `‖w*‖ is ${Math.abs(size - 1)} from 1`; // 1 = 1 with a slack of -5e-6 tells nobody
    expect(named(certificate, "Theorem 1: ‖w*‖").words).toContain(far);
    const w = Float64Array.from(evidence.limit?.w ?? []);
    const gamma = angle(w, l1().prox(w, PAPER.lambda / PAPER.beta));
    const bound = (4 * 2 * PAPER.beta * Math.sin(gamma)) / size;
    expect(named(certificate, "eq. (13)").right).toBeCloseTo(bound, 15);
  });

  it("keeps eq. (12), (16), (17) without normalisation, and leaves (13) and (14) out", () => {
    const certificate = certifyRvsm(evidenceOf({ rvsm: { normalize: false } }));
    expect(verdicts(certificate, "fails")).toEqual([]);
    for (const name of ["eq. (12), (19)", "eq. (16)", "eq. (17)"])
      expect(named(certificate, name).verdict).toBe("holds");
    for (const name of ["eq. (13)", "eq. (14)", "Theorem 1: ‖w‖"])
      expect(named(certificate, name).verdict).toBe("notApplicable");
  });

  it("speaks of no limit where the run did not reach one", () => {
    const certificate = certifyRvsm(evidenceOf({ run: { maxIterations: 3 } }));
    const limit = certificate.checks.filter(({ part }) => part === "limit");
    for (const { verdict, words } of limit) {
      expect(verdict).toBe("notApplicable");
      expect(words).toMatch(/used up its iterations/);
    }
    expect(verdicts(certificate, "fails")).toEqual([]);
  });

  it("says of a run that diverged that its steps were too long, L_β rose and the angle grew", () => {
    const rvsm = { normalize: false, stepSize: 1e6 };
    const certificate = certifyRvsm(evidenceOf({ rvsm }));
    expect(verdicts(certificate, "fails")).toEqual([
      "Theorem 1: η",
      "Theorem 1: displacement",
      "Lemma 5.1.5",
      "Theorem 1: invariant",
    ]);
    expect(JSON.parse(JSON.stringify(certificate))).toEqual(certificate);
  });

  it("has no angle where u is 0, and still balances eq. (17)", () => {
    // l0 with λ/β = 1: all entries of a unit vector are below √2
    const certificate = certifyRvsm(evidenceOf({ penalty: l0(), rvsm: { lambda: 4e-3 } }));
    expect(named(certificate, "eq. (17)").verdict).toBe("holds");
    expect(named(certificate, "eq. (13)").words).toMatch(/u is 0/);
    expect(named(certificate, "eq. (16)").words).toMatch(/u is 0/);
  });

  it("finds no δ for a large β, and makes nothing of it", () => {
    const certificate = certifyRvsm(evidenceOf({ rvsm: { beta: 0.5 } }));
    expect(verdicts(certificate, "fails")).toContain("Theorem 1: β"); // 0.5 > 1.8197/(2π)
    expect(named(certificate, "Theorem 1: θ").words).toMatch(/no δ/);
  });

  it("takes a given δ, and refuses it with words where β or the start does not allow it", () => {
    const of = (delta: number) => certifyRvsm(evidenceOf({ evidence: { delta } }));
    expect(verdicts(of(1), "fails")).toEqual([]);
    expect(named(of(1), "Theorem 1: θ").right).toBe(1);
    expect(verdicts(of(0.1), "fails")).toEqual(["Theorem 1: β"]); // 0.1 sin 0.1/(2π) = 0.0016
    expect(verdicts(of(2.9), "fails")).toEqual(["Theorem 1: start"]); // π − 2.9 = 0.24
    expect(named(of(2.9), "Theorem 1: invariant").verdict).toBe("notApplicable");
  });

  it("shows both sides on a sample of data, and does not ask them to agree", () => {
    const { X, y, wStar } = plantedNetwork({
      d: 10,
      patches: 2,
      samples: 500,
      support: 3,
      seed: 1,
    });
    const loss = networkLoss({ X, y, patches: 2 });
    const watch = watchRvsm({ loss, penalty: l1(), ...PAPER, wStar, stepSize: "backtracking" });
    const limit = rvsmLimit(solve(watch.solver, new Float64Array(10).fill(1)));
    const certificate = certifyRvsm({
      ...evidenceOf({ d: 10 }),
      ...{ lossKind: "sample", steps: watch.steps(), limit, wStar, smoothness: loss.smoothness },
    });
    const { verdict, left, right, words } = named(certificate, "eq. (17)");
    expect(verdict).toBe("notApplicable");
    expect(left).not.toBeNull();
    expect(right).not.toBeNull();
    expect(words).toMatch(/sample/);
  });
});
