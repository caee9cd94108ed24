/** What a third party would write: TypeScript, with types that must be stripped. */
export const SCALED = `
import { definePenalty, numberOptions, separablePenalty } from "@proxkit/penalty";

export const scaled = ({ c = 1 }: { c?: number } = {}) =>
  separablePenalty({
    name: "scaled",
    parameters: { c },
    convex: true,
    value: (x: number) => c * Math.abs(x),
    prox: (v, t) => (Math.abs(v) <= c * t ? (t === 0 ? v : 0) : v - Math.sign(v) * c * t),
    threshold: (t) => c * t,
  });

export default definePenalty({
  name: "scaled",
  options: numberOptions({ c: { default: 1, above: 0 } }),
  create: scaled,
});
`;

/** The same without types. */
export const SCALED_JAVASCRIPT: string = SCALED.replace(
  "({ c = 1 }: { c?: number } = {})",
  "({ c = 1 } = {})",
).replace("(x: number)", "(x)");

/** Modules that are no penalties, each with what is said of it. */
export const NOT_PENALTIES: readonly (readonly [code: string, message: string])[] = [
  [
    SCALED.replace("create: scaled", "create: async () => scaled()"),
    "create must return a penalty, returned a promise",
  ],
  [
    SCALED.replace("create: scaled", "create: () => ({ ...scaled(), name: undefined })"),
    "create must return a penalty whose name is a string, returned one whose name is missing",
  ],
  [
    SCALED.replace("create: scaled", "create: () => ({ ...scaled(), name: 7 })"),
    "create must return a penalty whose name is a string, returned one whose name is 7",
  ],
  [
    SCALED.replace(/numberOptions\(.*\),/, '{ "~standard": { validate: () => {} } },'),
    "scaled: validate of its options schema must return { value } or { issues }, returned undefined",
  ],
  [
    'export default { name: "x", options: { "~standard": {} }, create: () => {} };',
    "the default export is not a penalty; expected definePenalty({ name, options, create })",
  ],
];

/** Soft thresholding at t/2, as where the ½ of the prox was forgotten. */
export const HALVED: string = SCALED.replaceAll("c * t", "c * t / 2").replaceAll(
  "scaled",
  "halved",
);

/** l0 that thresholds at t, as Lemma 5.2.2 is printed, instead of √(2t). */
export const WRONG_L0 = `
import { definePenalty, numberOptions, separablePenalty } from "@proxkit/penalty";

export default definePenalty({
  name: "l0",
  options: numberOptions({}),
  create: () =>
    separablePenalty({
      name: "l0",
      convex: false,
      value: (x) => (Number.isNaN(x) ? x : x === 0 ? 0 : 1),
      prox: (v, t) => (Math.abs(v) <= t ? (t === 0 ? v : 0) : v),
      threshold: (t) => t,
    }),
});
`;
