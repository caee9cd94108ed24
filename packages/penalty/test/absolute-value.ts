import { type SeparablePenalty, separablePenalty } from "@proxkit/penalty";

/** Soft thresholding, written out: a penalty to try the derived methods on. */
export const absoluteValue: SeparablePenalty = separablePenalty({
  name: "abs",
  convex: true,
  value: Math.abs,
  prox: (v, t) => (Math.abs(v) <= t ? (t === 0 ? v : 0) : v - Math.sign(v) * t),
  threshold: (t) => t,
});
