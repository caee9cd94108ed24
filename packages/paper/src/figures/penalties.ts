import { l0 } from "@proxkit/penalties-l0";
import { l1 } from "@proxkit/penalties-l1";
import { lhalf } from "@proxkit/penalties-lhalf";
import { tl1 } from "@proxkit/penalties-tl1";
import type { SeparablePenalty } from "@proxkit/penalty";

/** A penalty as a task names it: TL1 carries its parameter a. */
export type PenaltyKey = "l1" | "l0" | "lhalf" | "tl1(100)" | "tl1(10)" | "tl1(1)" | "tl1(0.1)";

/** The three that the paper compares, TL1 at the a = 1 of Table 2. */
export const PAPERS_PENALTIES: readonly PenaltyKey[] = ["l1", "tl1(1)", "l0"];

/** The penalty that a task names. */
export function penaltyOf(key: PenaltyKey): SeparablePenalty {
  if (key === "l1") return l1();
  if (key === "l0") return l0();
  if (key === "lhalf") return lhalf();
  return tl1({ a: Number(key.slice(4, -1)) });
}

/** As a reader knows it: "TL1, a = 1". */
export function penaltyLabel(key: PenaltyKey): string {
  if (key === "lhalf") return "l1/2";
  if (key === "l1" || key === "l0") return key;
  return `TL1, a = ${key.slice(4, -1)}`;
}

/** The t at which prox(·, t) sends to 0 what is at most `threshold`: every penalty's threshold rises with t. */
export function stepOfThreshold(key: PenaltyKey, threshold: number): number {
  const { scalar } = penaltyOf(key);
  let low = 0;
  let high = 1;
  while (scalar.threshold(high) < threshold) high *= 2;
  for (let middle = high / 2; low < middle && middle < high; middle = low + (high - low) / 2)
    if (scalar.threshold(middle) < threshold) low = middle;
    else high = middle;
  return high;
}
