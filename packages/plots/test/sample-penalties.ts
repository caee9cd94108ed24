import { l0 } from "@proxkit/penalties-l0";
import { l1 } from "@proxkit/penalties-l1";
import { tl1 } from "@proxkit/penalties-tl1";
import { moreauEnvelope, type SeparablePenalty, separablePenalty } from "@proxkit/penalty";
import type { Jump, PenaltyPictureOptions } from "@proxkit/plots";

/** 601 numbers, each once. */
function evenly(from: number, to: number): number[] {
  const all = Array.from({ length: 601 }, (_, i) => (from * (600 - i) + to * i) / 600);
  return [...new Set(all)];
}

/** The samples of a penalty at 601 points, 0 among them. */
export function sampled(
  penalty: SeparablePenalty,
  t: number,
  { size = 3, v: given, ...more }: { size?: number } & Partial<PenaltyPictureOptions> = {},
): PenaltyPictureOptions {
  const v = Array.from(given ?? evenly(-size, size));
  return {
    name: penalty.name,
    t,
    v,
    prox: v.map((x) => penalty.scalar.prox(x, t)),
    value: v.map((x) => penalty.scalar.value(x)),
    envelope: v.map((x) => moreauEnvelope(penalty, Float64Array.of(x), t)),
    threshold: penalty.scalar.threshold(t),
    ...more,
  };
}

/** Jumps at ±at, from 0, which is taken, to ±to. */
function jumpsOf(at: number, to: number): Jump[] {
  return [
    { at: -at, left: -to, right: 0, value: 0 },
    { at, left: 0, right: to, value: 0 },
  ];
}

/** l0 at 0. */
const pit: readonly Jump[] = [{ at: 0, left: 1, right: 1, value: 0 }];

export const box: SeparablePenalty = separablePenalty({
  name: "box",
  convex: true,
  value: (x) => (x < -1 || x > 2 ? Number.POSITIVE_INFINITY : 0),
  prox: (v) => Math.min(2, Math.max(-1, v)),
  threshold: () => 0,
});

/** l0 that thresholds at t instead of √(2t), as Lemma 5.2.2 is printed. */
export const wrong: SeparablePenalty = separablePenalty({
  name: "l0 at t",
  convex: false,
  value: (x) => (x === 0 ? 0 : 1),
  prox: (v, t) => (Math.abs(v) <= t ? 0 : v),
  threshold: (t) => t,
});

const walls: readonly Jump[] = [
  { at: -1, left: Number.POSITIVE_INFINITY, right: 0, value: 0 },
  { at: 2, left: 0, right: Number.POSITIVE_INFINITY, value: 0 },
];

const gone = (x: number) => x > 0.5 && x < 1;

/** Penalties of every kind that a picture must be able to show. */
export const penalties: Readonly<Record<string, PenaltyPictureOptions>> = {
  l1: sampled(l1(), 1),
  "l1 with a far threshold": sampled(l1(), 2.9),
  "l1 with a threshold out of sight": sampled(l1(), 4),
  "l1 at t = 0": sampled(l1(), 0),
  l0: sampled(l0(), 1, { jumps: { prox: jumpsOf(Math.SQRT2, Math.SQRT2), value: pit } }),
  "l0 at a tiny t": sampled(l0(), 1e-8, {
    size: 3e-4,
    jumps: { prox: jumpsOf(1e-4 * Math.SQRT2, 1e-4 * Math.SQRT2), value: pit },
  }),
  "sub-critical TL1": sampled(tl1(), 0.2, { size: 2 }),
  "critical TL1": sampled(tl1(), 0.25, { size: 2 }),
  // at the threshold 1.5 the other minimiser is √(2t(a + 1)) − a = 1
  "super-critical TL1": sampled(tl1(), 1, { jumps: { prox: jumpsOf(1.5, 1) } }),
  "a box": sampled(box, 1, { jumps: { value: walls } }),
  "a wrong l0": sampled(wrong, 1, {
    jumps: {
      prox: jumpsOf(1, 1),
      value: pit,
      envelope: [-1, 1].map((at) => ({
        at,
        left: at < 0 ? 1 : 0.5,
        right: at < 0 ? 0.5 : 1,
        value: 0.5,
      })),
    },
  }),
  "a prox that is NaN somewhere": (() => {
    const { prox, envelope, ...l1At1 } = sampled(l1(), 1);
    const holes = (y: ArrayLike<number>) =>
      Array.from(y, (yi, i) => (gone(l1At1.v[i]) ? Number.NaN : yi));
    return { ...l1At1, prox: holes(prox), envelope: holes(envelope) };
  })(),
  // whose numbers are long
  "l1 around a million": sampled(l1(), 1e6, { v: evenly(999_999, 1_000_001) }),
  "l1 between a million and the next": sampled(l1(), 1, { v: evenly(-1_000_001, -1_000_000) }),
  "l1 within 1e-5 of 1": sampled(l1(), 1, { v: evenly(0.99999, 1.00001) }),
  "l1 within a few ulps of 1": sampled(l1(), 1, { v: evenly(1, 1 + 1e-15) }),
  "l1 within 1e-5 of a tenth": sampled(l1(), 1, { v: evenly(-0.10001, -0.1) }),
  "a prox that grows": {
    name: "3v",
    t: 1,
    v: [0, 1, 2],
    prox: [0, 3, 6],
    value: [0, 0, 0],
    envelope: [0, 2, 8],
  },
  "nothing finite": {
    name: "?",
    t: 1,
    v: [0, 1],
    prox: [Number.NaN, Number.NaN],
    value: [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
    envelope: [Number.NaN, Number.NEGATIVE_INFINITY],
  },
  "long texts": sampled(l1(), 1, {
    name: "a penalty whose name is longer than the sheet is wide, ".repeat(3),
    caption: "A caption that is longer than the sheet is wide; ".repeat(5),
  }),
};
