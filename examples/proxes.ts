/*
# Ten proximal operators

What makes a penalty sparse is its proximal operator, prox(v, t), here at t = 1: where it is 0, how much it takes from
what it keeps, and whether it jumps. For negative v they are the same, turned around. Convex penalties shrink every weight that they keep. The others let large weights be,
and pay with a jump, or with two minimisers where the objective had one.
*/
import { writeFileSync } from "node:fs";
import { elasticNet } from "@proxkit/penalties-elastic-net";
import { l0 } from "@proxkit/penalties-l0";
import { l1 } from "@proxkit/penalties-l1";
import { lhalf } from "@proxkit/penalties-lhalf";
import { logSum } from "@proxkit/penalties-log-sum";
import { mcp } from "@proxkit/penalties-mcp";
import { scad } from "@proxkit/penalties-scad";
import { tl1 } from "@proxkit/penalties-tl1";
import type { SeparablePenalty } from "@proxkit/penalty";
import { type ChartCurve, type ChartPanel, chartPicture } from "@proxkit/plots";
import { renderSvg } from "@proxkit/plots/node";

const t = 1;
const v = Array.from({ length: 251 }, (_, i) => i / 50);

/** The prox over v; where it jumps, the curve has a gap. */
function curve(label: string, { scalar }: SeparablePenalty): ChartCurve {
  const y = v.map((x) => scalar.prox(x, t));
  return { label, x: v, y: y.map((u, i) => (i > 0 && u - y[i - 1] > 0.3 ? null : u)) };
}

function panel(title: string, penalties: Record<string, SeparablePenalty>): ChartPanel {
  const domain = [0, 5] as const;
  return {
    title,
    x: { label: "v", domain },
    y: { label: "prox(v, 1)", domain },
    equalUnits: true,
    curves: Object.entries(penalties).map(([label, penalty]) => curve(label, penalty)),
  };
}

const picture = chartPicture({
  name: "proxes",
  title: "Proximal operators at t = 1",
  caption:
    "prox(v, t) = argmin_u t·P(u) + ½ (u − v)². Convex, continuous without being convex, and with a jump.",
  panels: [
    panel("Convex", { l1: l1(), "elastic net": elasticNet(), ridge: elasticNet({ ratio: 0 }) }),
    panel("Not convex, no jump", { SCAD: scad(), MCP: mcp(), "TL1, a = 4": tl1({ a: 4 }) }),
    panel("With a jump", {
      l0: l0(),
      "l1/2": lhalf(),
      "TL1, a = 1": tl1({ a: 1 }),
      "log-sum": logSum({ epsilon: 0.5 }),
    }),
  ],
});
writeFileSync(process.argv[2] ?? "proxes.svg", renderSvg(picture));

for (const penalty of [l1(), tl1({ a: 1 }), l0()])
  console.log(penalty.name, penalty.scalar.threshold(t)); // l1 1
// tl1 1.5
// l0 1.4142135623730951
