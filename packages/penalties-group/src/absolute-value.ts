import { type SeparablePenalty, separablePenalty } from "@proxkit/penalty";

/** r(x) = |x|, which makes the group lasso. */
export const absoluteValue: SeparablePenalty = /* @__PURE__ */ separablePenalty({
  name: "l1",
  convex: true,
  value: Math.abs,
  prox: (v, t) => (Math.abs(v) <= t ? 0 : v > 0 ? v - t : v + t),
  threshold: (t) => t,
  conjugate: { value: (s) => (Math.abs(s) <= 1 ? 0 : Number.POSITIVE_INFINITY), steepest: 1 },
});
