/*
# What a weight costs

A penalty is a price. Under l1 a weight that is twice as large costs twice as much, so that large weights are pulled
towards 0 for ever. The others get flat: beyond some size all weights cost about the same, and are left alone. l0 is the
extreme, a price per weight.

To the right is what the prox makes of it: the largest |v| that becomes 0, against t.
*/
import { writeFileSync } from "node:fs";
import { l0 } from "@proxkit/penalties-l0";
import { l1 } from "@proxkit/penalties-l1";
import { lhalf } from "@proxkit/penalties-lhalf";
import { logSum } from "@proxkit/penalties-log-sum";
import { mcp } from "@proxkit/penalties-mcp";
import { scad } from "@proxkit/penalties-scad";
import { tl1 } from "@proxkit/penalties-tl1";
import { chartPicture } from "@proxkit/plots";
import { renderSvg } from "@proxkit/plots/node";

const penalties = {
  l1: l1(),
  SCAD: scad(),
  MCP: mcp(),
  "l1/2": lhalf(),
  "log-sum": logSum(),
  "TL1, a = 1": tl1({ a: 1 }),
  l0: l0(),
};
const x = Array.from({ length: 401 }, (_, i) => i / 100);
const t = Array.from({ length: 201 }, (_, i) => i / 100);

const picture = chartPicture({
  name: "values",
  title: "The price of a weight, and the threshold that follows",
  caption: "SCAD with a = 3.7, MCP with γ = 3, log-sum with ε = 1. l0 is 0 at 0 and 1 elsewhere.",
  panels: [
    {
      title: "Value",
      x: { label: "weight x" },
      y: { label: "p(x)", domain: [0, 3] },
      curves: Object.entries(penalties).map(([label, { scalar }]) => ({
        label,
        x,
        y: x.map((at) => (label === "l0" && at === 0 ? null : scalar.value(at))),
      })),
    },
    {
      title: "Threshold",
      x: { label: "step t" },
      y: { label: "largest |v| that becomes 0" },
      curves: Object.entries(penalties).map(([label, { scalar }]) => ({
        label,
        x: t,
        y: t.map((at) => scalar.threshold(at)),
      })),
    },
  ],
});
writeFileSync(process.argv[2] ?? "values.svg", renderSvg(picture));

console.log(l1().scalar.value(4), tl1({ a: 1 }).scalar.value(4), l0().scalar.value(4)); // 4 1.6 1
