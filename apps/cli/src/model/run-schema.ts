import * as v from "valibot";

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const maybe = v.nullable(v.number());
/** null is a number that is not finite. */
const vector = v.array(maybe);
const indices = v.array(count);
const rise = v.nullable(v.object({ rise: v.number(), rounding: v.number(), iteration: count }));

/** `RvsmSteps` of @proxkit/solvers. */
const rvsmSteps = v.object({
  from: count,
  count,
  startAngle: maybe,
  largestAngle: maybe,
  largestRiseOfProx: rise,
  largestRiseOfStep: rise,
  largestDisplacement: maybe,
  largestStepSize: maybe,
});

const worst = v.nullable(
  v.object({
    excess: v.number(),
    iteration: count,
    angle: maybe,
    norm: v.number(),
    stepSize: v.number(),
  }),
);

/** `AdaptiveIhtSteps` of @proxkit/solvers. */
const ihtSteps = v.object({
  count,
  start: v.nullable(
    v.object({ size: count, support: indices, normOnSupport: maybe, angleOnSupport: maybe }),
  ),
  thresholded: count,
  changes: v.array(v.object({ iteration: count, entered: indices, left: indices })),
  largestStepSize: maybe,
  worstAngle: worst,
  worstNorm: worst,
});

/** What every run keeps for a certificate, in its own units: those of scaled data, where data were scaled. */
const common = {
  /** w⁰; empty for not known. */
  start: vector,
  /** The last iterate. */
  w: vector,
  /** ‖w⁺ − w‖/η of the last step. */
  residual: maybe,
  /** The truth that the angles in `steps` are to. */
  wStar: v.nullable(v.array(v.number())),
};

/** The field `run` of a model. Models of methods without certificates have none. */
export const runSchema = v.variant("method", [
  v.object({
    method: v.literal("rvsm"),
    ...common,
    u: vector,
    gradient: vector,
    smoothness: maybe,
    steps: rvsmSteps,
  }),
  v.object({ method: v.literal("iht"), ...common, steps: ihtSteps }),
]);

const numbers = v.array(v.number());

/** The field `watched` of a checkpoint, by the name of its solver; other solvers have none. */
export const watchedSchemas = {
  rvsm: v.object({ start: numbers, wStar: v.nullable(numbers), steps: rvsmSteps }),
  "adaptive-iht": v.object({ start: numbers, wStar: v.nullable(numbers), steps: ihtSteps }),
} as const;

export type Run = v.InferOutput<typeof runSchema>;
