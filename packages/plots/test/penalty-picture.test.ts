import { l0 } from "@proxkit/penalties-l0";
import { l1 } from "@proxkit/penalties-l1";
import { type PenaltyPictureOptions, penaltyPicture } from "@proxkit/plots";
import { renderSvg } from "@proxkit/plots/node";
import { describe, expect, it } from "vitest";
import { type Point, pointsOf } from "./curve-paths.ts";
import { itReads } from "./it-reads.ts";
import { box, penalties, sampled, wrong } from "./sample-penalties.ts";
import { inkedTexts, type SvgElement, select } from "./svg-texts.ts";

/** The SVG, its texts, and the curves and circles of its two panels, in px of their panel. */
function drawn(options: PenaltyPictureOptions) {
  const svg = renderSvg(penaltyPicture(options));
  const texts = select(svg, "text").map((text) => text.textContent);
  const panels = select(svg, "svg > svg").filter((panel) => has(panel, "[aria-label=line]"));
  const [left, right] = panels.map((panel) => ({
    curves: Array.from(panel.querySelectorAll("[aria-label=line]"), (mark) =>
      Array.from(mark.querySelectorAll("path"), pointsOf),
    ),
    full: circles(panel, false),
    open: circles(panel, true),
    shades: Array.from(panel.querySelectorAll("rect")),
  }));
  return { svg, texts, left, right };
}

function has(element: SvgElement, selectors: string): boolean {
  return Array.from(element.querySelectorAll(selectors)).length > 0;
}

/** To 3 decimals, as in paths. */
function rounded(text: string | null): number {
  return Math.round(Number(text) * 1000) / 1000;
}

/** Centres of the circles that mark jumps. */
function circles(panel: SvgElement, open: boolean): Point[] {
  return Array.from(panel.querySelectorAll(`circle[r='${open ? "3" : "3.5"}']`), (circle) => [
    rounded(circle.getAttribute("cx")),
    rounded(circle.getAttribute("cy")),
  ]);
}

describe.each(Object.entries(penalties))("the picture of %s", (_, options) => {
  itReads(() => penaltyPicture(options));

  it("cuts no text at the edge of its panel", () => {
    const svg = renderSvg(penaltyPicture(options));
    const inks = inkedTexts(svg);
    const panels = select(svg, "text").map((text) => text.closest("svg"));
    const cut = inks.filter(({ left, right }, i) => {
      const [x, width] = ["x", "width"].map((name) => Number(panels[i].getAttribute(name)));
      return left < x || right > x + width;
    });
    expect(cut.map(({ text }) => text)).toEqual([]);
  });

  it("has room for its headings", () => {
    expect(drawn(options).texts).toContain("P(v) and its Moreau envelope");
  });
});

describe("penaltyPicture", () => {
  it("labels identity, prox, penalty, envelope and threshold where they are", () => {
    const { texts } = drawn(penalties.l1);
    for (const label of ["identity", "prox", "P", "envelope", "threshold 1"])
      expect(texts).toContain(label);
  });

  it("draws the identity at 45°", () => {
    const [[identity]] = drawn(penalties.l0).left.curves;
    const [[x1, y1], [x2, y2]] = [identity[0], identity[identity.length - 1]];
    expect(x2 - x1).toBeCloseTo(y1 - y2, 9);
  });

  it("draws a jump as a gap: a run on each side, that ends where the jump is", () => {
    const { left, texts } = drawn(penalties["super-critical TL1"]);
    const [identity, prox] = left.curves;
    const px = (identity[0][600][0] - identity[0][0][0]) / 6; // per unit of v
    const toValue = ([x, y]: Point): Point => [
      (x - identity[0][300][0]) / px,
      (identity[0][300][1] - y) / px,
    ];
    const ends = prox.flatMap((run) => [toValue(run[0]), toValue(run[run.length - 1])]);
    const expected = [-1.5, -1, -1.5, 0, 1.5, 0, 1.5, 1]; // at, height, at, height, …
    expect(prox).toHaveLength(3);
    ends
      .slice(1, -1)
      .flat()
      .forEach((number, i) => {
        expect(number).toBeCloseTo(expected[i], 4); // paths have 3 decimals
      });
    expect(texts).toContain("jump 1");
  });

  it("puts a full circle where the prox is at its jump, and an open one where it is not", () => {
    const { left } = drawn(penalties.l0);
    const [, prox] = left.curves;
    expect(left.full).toEqual([prox[1][0], prox[1][prox[1].length - 1]]);
    expect(left.open).toEqual([prox[0][prox[0].length - 1], prox[2][0]]);
  });

  it("shows that l0 is 0 at 0 alone", () => {
    const { right } = drawn(penalties.l0);
    const [, P] = right.curves;
    expect(P).toHaveLength(2);
    expect(right.open).toEqual([P[0][P[0].length - 1], P[1][0]]);
    expect(right.full).toHaveLength(1);
    expect(right.full[0][1]).toBeGreaterThan(P[0][0][1] + 200);
  });

  it("is grey where the penalty is infinite, up to its walls, and says so", () => {
    const { right, texts } = drawn(penalties["a box"]);
    const [, [inside]] = right.curves;
    const ground = right.shades.map((rect) => {
      const [x, width] = ["x", "width"].map((name) => Number(rect.getAttribute(name)));
      return [x, x + width];
    });
    expect(ground).toHaveLength(2);
    expect(ground[0][1]).toBeCloseTo(inside[0][0], 2);
    expect(ground[1][0]).toBeCloseTo(inside[inside.length - 1][0], 2);
    expect(texts.filter((text) => text === "P = ∞")).toHaveLength(2);
  });

  it("finds a u that beats a wrong prox among the samples, and calls it wrong", () => {
    const { texts, svg } = drawn(penalties["a wrong l0"]);
    expect(texts.filter((text) => text === "better")).toHaveLength(2);
    // |v| from 1 to √2 should be sent to 0
    expect(svg).toContain("This prox is wrong");
    for (const [name, options] of Object.entries(penalties)) {
      const right = !/wrong|grows/.test(name);
      expect(renderSvg(penaltyPicture(options)).includes("wrong"), name).toBe(!right);
    }
  });

  it("says where a wrong prox is worst", () => {
    const samples = sampled(wrong, 1);
    // 1 against v²/2 at the first sample above 1
    const first = formatted(samples.v[Array.from(samples.v).findIndex((x) => x > 1)]);
    expect(penaltyPicture(samples).description).toMatch(
      new RegExp(`above all at v\u00a0=\u00a0−?${first}, where u\u00a0=\u00a00 is better\\.$`),
    );
  });

  it("breaks its curves at NaN, and says how much is not drawn", () => {
    const { left, texts } = drawn(penalties["a prox that is NaN somewhere"]);
    expect(left.curves[1]).toHaveLength(2);
    const samples = Array.from(penalties.l1.v).filter((x) => x > 0.5 && x < 1).length;
    expect(texts.filter((text) => text === `v (${samples} not finite, not drawn)`)).toHaveLength(2);
  });

  it("draws dots, dashes and circles, so that it needs no colour", () => {
    const { svg } = drawn(penalties["a wrong l0"]);
    expect(svg).toMatch(/stroke-dasharray="4,4"/); // identity
    expect(svg).toMatch(/stroke-dasharray="5,4"/); // P
    expect(svg).toMatch(/stroke-dasharray="1.5,3"/); // threshold
    expect(svg).toMatch(/<circle [^>]*r="1.8"/); // better
  });

  it("marks no threshold that is 0, unknown or out of sight", () => {
    for (const options of [
      sampled(box, 1),
      sampled(l1(), 1, { threshold: undefined }),
      penalties["l1 with a threshold out of sight"],
    ])
      expect(renderSvg(penaltyPicture(options))).not.toMatch(/>threshold|1\.5,3/);
  });

  it("marks the threshold on the side alone on which the prox leaves 0", () => {
    const { prox, v, ...rest } = sampled(l1(), 1);
    const svg = renderSvg(
      penaltyPicture({ ...rest, v, prox: Array.from(v, (x) => Math.max(0, x - 1)) }),
    );
    const [rules] = select(svg, "[stroke-dasharray='1.5,3']");
    expect(Array.from(rules.querySelectorAll("line"))).toHaveLength(1);
  });

  it("stays small and quick for a million samples", () => {
    const n = 1_000_000;
    const v = new Float64Array(n).map((_, i) => i - n / 2);
    const curve = v.map(Math.abs);
    const options = { name: "|v|", t: 1, v, prox: v, value: curve, envelope: curve };
    const start = performance.now();
    expect(renderSvg(penaltyPicture(options)).length).toBeLessThan(150_000);
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  it("leaves its input untouched", () => {
    const options = structuredClone(penalties.l0);
    penaltyPicture(options);
    expect(options).toEqual(penalties.l0);
  });

  it("tells the ends of a narrow range apart", () => {
    expect(penaltyPicture(penalties["l1 within 1e-5 of 1"]).description).toContain(
      "for v from 0.99999 to 1.00001. ",
    );
    expect(penaltyPicture(penalties["l1 within a few ulps of 1"]).description).toContain(
      "for v from 1 to 1.000000000000001. ",
    );
  });

  it("describes the picture in words", () => {
    expect(penaltyPicture(penalties.l0).description).toBe(
      "l0, t = 1: prox, value and Moreau envelope for v from −3 to 3. The prox is 0 up to |v| = 1.41 and jumps at v = −1.41, 1.41.",
    );
    expect(
      penaltyPicture({ ...sampled(l0(), 1), title: "T", threshold: undefined }).description,
    ).toBe("T: prox, value and Moreau envelope for v from −3 to 3. The prox does not jump.");
  });

  it("refuses a v that does not ascend, and samples of another length", () => {
    const good = { name: "x", t: 1, v: [0, 1], prox: [0, 0], value: [0, 0], envelope: [0, 0] };
    for (const v of [[], [0], [1, 0], [0, 0], [0, Number.NaN], [0, Number.POSITIVE_INFINITY]])
      expect(() => penaltyPicture({ ...good, v })).toThrow(
        "penaltyPicture: v must hold at least 2 finite numbers that ascend, received ",
      );
    expect(() => penaltyPicture({ ...good, envelope: [0] })).toThrow(
      "penaltyPicture: envelope must have length 2, received 1",
    );
    expect(() => penaltyPicture({ ...good, t: -1 })).toThrow(
      "penaltyPicture: t must be at least 0, received -1",
    );
  });
});

function formatted(x: number): string {
  return x.toPrecision(3).replace(/0+$/, "");
}
