import type { Penalty } from "@proxkit/penalty";

/** P(w) = ‖w‖₂, plainly: a penalty that is not separable, and takes one step for all coordinates. */
export const euclideanNorm: Penalty = {
  name: "norm",
  parameters: {},
  traits: { convex: true, separable: false, weakConvexity: 0 },
  value: (w) => Math.hypot(...w),
  prox(v, t, out = new Float64Array(v.length)) {
    const step = typeof t === "number" ? t : (t[0] ?? 0);
    if (typeof t !== "number" && t.some((ti) => ti !== step))
      throw new RangeError("norm: t must be constant");
    const norm = Math.hypot(...v);
    v.forEach((vi, i) => {
      if (step === 0 || norm === Number.POSITIVE_INFINITY) out[i] = vi;
      else out[i] = norm <= step ? 0 : vi * (1 - step / norm);
    });
    return out;
  },
};
