/*
# A prox that is wrong, and how it is found

MCP has a well-known formula, which is right as long as t < γ. Beyond, what it gives may be worse than 0, and it has been
shipped like that. The laws compare objectives and need no second formula: where there is a better point than the prox, it
is dotted in.
*/
import { writeFileSync } from "node:fs";
import { mcp } from "@proxkit/penalties-mcp";
import { moreauEnvelope, type SeparablePenalty, separablePenalty } from "@proxkit/penalty";
import { checkPenalty } from "@proxkit/penalty-laws";
import { penaltyPicture } from "@proxkit/plots";
import { renderSvg } from "@proxkit/plots/node";

const gamma = 1.5;
const right = mcp({ gamma });
const wrong = separablePenalty({
  name: "mcp as often printed",
  convex: false,
  weakConvexity: 1 / gamma,
  value: right.scalar.value,
  // γ/(γ − t) · soft(v, t) up to γ, v beyond
  prox: (v, t) => {
    const x = Math.abs(v);
    if (x > gamma || t === 0) return v;
    return x <= t ? 0 : (Math.sign(v) * gamma * (x - t)) / (gamma - t);
  },
  threshold: (t) => Math.min(t, gamma),
});

for (const penalty of [right, wrong]) {
  const broken = checkPenalty(penalty).filter(({ outcome }) => outcome === "broken");
  console.log(penalty.name, broken.length, broken[0]?.name ?? ""); // mcp 0
  // mcp as often printed 4 prox is a global minimiser
}

function picture(penalty: SeparablePenalty, t: number) {
  const { name, scalar } = penalty;
  const v = Array.from({ length: 601 }, (_, i) => (i - 300) / 100);
  return penaltyPicture({
    name,
    t,
    v,
    prox: v.map((x) => scalar.prox(x, t)),
    value: v.map(scalar.value),
    envelope: v.map((x) => moreauEnvelope(penalty, Float64Array.of(x), t)),
    threshold: scalar.threshold(t),
    jumps: {
      prox: [
        { at: -gamma, left: -gamma, right: 0, value: 0 },
        { at: gamma, left: 0, right: gamma, value: 0 },
      ],
    },
  });
}
writeFileSync(process.argv[2] ?? "broken-prox.svg", renderSvg(picture(wrong, 3)));
