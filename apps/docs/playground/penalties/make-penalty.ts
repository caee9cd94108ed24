import { box, positive } from "@proxkit/penalties-box";
import { elasticNet } from "@proxkit/penalties-elastic-net";
import { group } from "@proxkit/penalties-group";
import { l0 } from "@proxkit/penalties-l0";
import { l1 } from "@proxkit/penalties-l1";
import { lhalf } from "@proxkit/penalties-lhalf";
import { logSum } from "@proxkit/penalties-log-sum";
import { mcp } from "@proxkit/penalties-mcp";
import { scad } from "@proxkit/penalties-scad";
import { tl1 } from "@proxkit/penalties-tl1";
import type { Penalty } from "@proxkit/penalty";
import type { PenaltySpec } from "./penalty-spec.ts";

const makers: Readonly<Record<string, (parameters: PenaltySpec["parameters"]) => Penalty>> = {
  l1: () => l1(),
  l0: () => l0(),
  tl1,
  lhalf: () => lhalf(),
  "log-sum": logSum,
  mcp,
  scad,
  "elastic-net": elasticNet,
  box,
  positive: () => positive(),
  group: () => group({ size: 2, weights: "equal" }),
};

/**
 * The penalty that a spec names.
 *
 * @throws RangeError if there is none of that name
 * @throws PenaltyOptionsError if it refuses the parameters
 */
export function makePenalty({ name, parameters }: PenaltySpec): Penalty {
  if (!Object.hasOwn(makers, name)) throw new RangeError(`playground: no penalty named ${name}`);
  return makers[name](parameters);
}
