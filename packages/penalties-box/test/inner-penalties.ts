import { elasticNet } from "@proxkit/penalties-elastic-net";
import { l0 } from "@proxkit/penalties-l0";
import { l1 } from "@proxkit/penalties-l1";
import { lhalf } from "@proxkit/penalties-lhalf";
import { logSum } from "@proxkit/penalties-log-sum";
import { mcp } from "@proxkit/penalties-mcp";
import { scad } from "@proxkit/penalties-scad";
import { tl1 } from "@proxkit/penalties-tl1";
import { type SeparablePenalty, scaled, separablePenalty } from "@proxkit/penalty";

/** min(|x|, 1): |v| − t or v, whichever has the smaller objective. */
export const capped: SeparablePenalty = separablePenalty({
  name: "capped-l1",
  convex: false,
  value: (x) => Math.min(Math.abs(x), 1),
  prox(v, t) {
    const size = Math.abs(v);
    if (size <= Math.min(t, Math.sqrt(2 * t))) return t === 0 ? v : 0;
    const soft = Math.min(Math.max(size - t, 0), 1);
    const hard = Math.max(size, 1);
    const objective = (u: number) => t * Math.min(u, 1) + 0.5 * (u - size) ** 2;
    return Math.sign(v) * (objective(soft) <= objective(hard) ? soft : hard);
  },
  threshold: (t) => Math.min(t, Math.sqrt(2 * t)),
});

/** The smaller of two log-sums, one steep and one flat: two curved branches, with a minimiser on each. */
export const twoLogs: SeparablePenalty = separablePenalty({
  name: "two-logs",
  convex: false,
  value: (x) => Math.min(steep(Math.abs(x)), flat(Math.abs(x))),
  prox(v, t) {
    const size = Math.abs(v);
    const objective = (u: number) => t * Math.min(steep(u), flat(u)) + 0.5 * (u - size) ** 2;
    const best = [0, ...roots(size, t, 0.4, 1), ...roots(size, t, 0.2, 3)].reduce((a, b) =>
      objective(b) < objective(a) ? b : a,
    );
    return Math.sign(v) * best + 0;
  },
  threshold: () => 0, // not asked for
});
const steep = (x: number) => 0.4 * Math.log1p(x);
const flat = (x: number) => 0.2 + 0.2 * Math.log1p(x / 3);

/** The larger root of t·c/(e + u) + u − v = 0. */
function roots(v: number, t: number, c: number, e: number): number[] {
  const d = (v + e) ** 2 - 4 * t * c;
  return d >= 0 && v - e + Math.sqrt(d) > 0 ? [(v - e + Math.sqrt(d)) / 2] : [];
}

export const convex: readonly SeparablePenalty[] = [l1(), elasticNet(), scaled(l1(), 3)];

export const concave: readonly SeparablePenalty[] = [
  l0(),
  lhalf(),
  tl1({ a: 0.1 }),
  tl1({ a: 1 }),
  tl1({ a: 20 }),
  logSum({ epsilon: 0.3 }),
  mcp({ gamma: 0.5 }),
  mcp({ gamma: 3, lambda: 0.5 }),
  scad({ a: 1.2 }),
  scad({ a: 3.7, lambda: 0.4 }),
  capped,
  scaled(scad({ a: 2 }), 5),
];

export const titleOf = ({ name, parameters }: SeparablePenalty): string =>
  `${name} ${JSON.stringify(parameters)}`;
