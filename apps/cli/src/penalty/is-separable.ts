import type { Penalty, SeparablePenalty } from "@proxkit/penalty";

/** Whether a penalty has the scalar functions of a separable one. */
export function isSeparable(penalty: Penalty): penalty is SeparablePenalty {
  return typeof (penalty as Partial<SeparablePenalty>).scalar?.threshold === "function";
}
