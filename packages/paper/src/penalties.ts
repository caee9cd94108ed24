import { l0 } from "@proxkit/penalties-l0";
import { l1 } from "@proxkit/penalties-l1";
import { tl1 } from "@proxkit/penalties-tl1";
import type { SeparablePenalty } from "@proxkit/penalty";
import type { PaperPenalty } from "./published/published.ts";

/** The penalty of that name. @param a of TL1, the others have none */
export function paperPenalty(name: PaperPenalty, a: number): SeparablePenalty {
  if (name === "l0") return l0();
  return name === "l1" ? l1() : tl1({ a });
}

/** As a reader knows it. */
export const paperNames: Readonly<Record<PaperPenalty, string>> = {
  l0: "l0",
  tl1: "TL1",
  l1: "l1",
};
