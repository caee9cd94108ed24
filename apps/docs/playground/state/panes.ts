import { type PenaltySpec, readSpec, writeSpec } from "../penalties/penalty-spec.ts";
import type { WrittenPenalty } from "../sandbox/messages.ts";
import { choiceField, countField, customField, numberField, textField } from "./field.ts";
import type { Settings } from "./link.ts";

export const PANES = ["penalties", "learn", "data"] as const;
export type PaneName = (typeof PANES)[number];

/** So many penalties have looks of their own. */
export const MOST_SHOWN = 12;

const specs = (...texts: readonly string[]): PenaltySpec[] =>
  texts.slice(0, MOST_SHOWN).flatMap((text) => readSpec(text) ?? []);

const onePenalty = (text: string) =>
  customField<PenaltySpec>(readSpec(text) as PenaltySpec, readSpec, writeSpec);

/** Capped l1, as the guide derives it, with c = 1. */
export const CAPPED_L1: WrittenPenalty = {
  value: "return Math.min(Math.abs(x), 1);",
  prox: [
    "const size = Math.abs(v);",
    "const edge = t <= 2 ? t : Math.sqrt(2) * Math.sqrt(t);",
    "if (size <= edge) return t === 0 ? v : 0;",
    "if (t <= 2 && size <= 1 + t / 2) return v > 0 ? v - t : v + t;",
    "return v;",
  ].join("\n"),
  threshold: "return t <= 2 ? t : Math.sqrt(2) * Math.sqrt(t);",
  convex: false,
  weakConvexity: Number.POSITIVE_INFINITY,
};

const LONGEST_CODE = 4000;

export const penaltiesFields = {
  /** The built-in penalties that are drawn. */
  show: customField<readonly PenaltySpec[]>(
    specs("l1", "l0", "tl1"),
    (text) => (text === "none" ? [] : specs(...text.split(";"))),
    (shown) => (shown.length === 0 ? "none" : shown.map(writeSpec).join(";")),
  ),
  t: numberField(0.5, 0.01, 10),
  reach: numberField(3, 0.5, 10),
  /** Where the functions are read off. */
  x: numberField(1.5, -10, 10),
  /** Whether the reader's own penalty is drawn too. */
  own: choiceField("no", "yes"),
  value: textField(CAPPED_L1.value, LONGEST_CODE),
  prox: textField(CAPPED_L1.prox, LONGEST_CODE),
  threshold: textField(CAPPED_L1.threshold, LONGEST_CODE),
  convex: choiceField("no", "yes"),
  rho: customField(
    Number.POSITIVE_INFINITY,
    (text) => (Number(text) >= 0 && text !== "" ? Number(text) : undefined),
    String,
  ),
};

export const learnFields = {
  method: choiceField("rvsm", "adaptive-iht"),
  penalty: onePenalty("tl1"),
  d: countField(20, 2, 200),
  k: countField(2, 1, 10),
  /** How many entries of w* are not 0. */
  support: countField(3, 1, 50),
  lambda: numberField(1e-4, 1e-7, 1e-1),
  beta: numberField(4e-3, 1e-4, 1),
  /** s, the nonzeros that adaptive IHT keeps. */
  sparsity: countField(3, 1, 50),
  /** 0 is the safe step size. */
  eta: numberField(0, 0, 10),
  seed: countField(1, 0, 999),
  /** How many steps have been taken. */
  step: countField(0, 0, 100_000),
};

export const dataFields = {
  /** A file is never part of a link. */
  source: choiceField("none", "diabetes", "file"),
  target: textField("", 200),
  loss: choiceField("squared", "logistic", "huber", "poisson"),
  measure: choiceField("default", "mse", "mae", "deviance", "accuracy", "auc"),
  penalty: onePenalty("l1"),
  lambdas: countField(50, 10, 200),
  /** The last λ of the path, as a share of the first. */
  least: numberField(1e-3, 1e-5, 0.5),
  folds: countField(5, 2, 20),
  seed: countField(1, 0, 999),
  /** The λ that is looked at, counted from 0; −1 for the one that cross-validation chooses. */
  look: countField(-1, -1, 199),
};

export type PenaltiesSettings = Settings<typeof penaltiesFields>;
export type LearnSettings = Settings<typeof learnFields>;
export type DataSettings = Settings<typeof dataFields>;
