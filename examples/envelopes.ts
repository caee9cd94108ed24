/*
# Smooth versions of a penalty

The Moreau envelope of a penalty is its smooth minorant: min_u P(u) + (u − v)²/(2t), a quadratic near 0, and the nearer to
P the smaller t is. Its gradient is (v − prox(v, t))/t, so whoever has the prox has it, too. RVSM can be read as gradient
descent on f plus an envelope, with t = λ/β.
*/
import { writeFileSync } from "node:fs";
import { l0 } from "@proxkit/penalties-l0";
import { l1 } from "@proxkit/penalties-l1";
import { tl1 } from "@proxkit/penalties-tl1";
import { moreauEnvelope, type SeparablePenalty } from "@proxkit/penalty";
import { chartPicture } from "@proxkit/plots";
import { renderSvg } from "@proxkit/plots/node";

const v = Array.from({ length: 301 }, (_, i) => (i - 150) / 50);
const panel = (title: string, penalty: SeparablePenalty) => ({
  title,
  x: { label: "v" },
  y: { label: "penalty and envelopes", domain: [0, 2] as const },
  curves: [
    {
      label: "P",
      x: v,
      y: v.map((x) => (penalty.name === "l0" && x === 0 ? null : penalty.scalar.value(x))),
    },
    ...[0.1, 0.5, 2].map((t) => ({
      label: `t = ${t}`,
      x: v,
      y: v.map((x) => moreauEnvelope(penalty, Float64Array.of(x), t)),
    })),
  ],
});
const picture = chartPicture({
  name: "envelopes",
  title: "Moreau envelopes of three penalties",
  caption: "min_u P(u) + (u − v)²/(2t) for three t. l0 is 0 at 0 and 1 elsewhere.",
  panels: [panel("l1", l1()), panel("TL1, a = 1", tl1({ a: 1 })), panel("l0", l0())],
});
writeFileSync(process.argv[2] ?? "envelopes.svg", renderSvg(picture));

const [t, x] = [0.5, 1.2];
const at = (value: number) => moreauEnvelope(l1(), Float64Array.of(value), t);
const slope = (at(x + 1e-6) - at(x - 1e-6)) / 2e-6;
console.log(slope.toFixed(6), ((x - l1().scalar.prox(x, t)) / t).toFixed(6)); // 1.000000 1.000000
