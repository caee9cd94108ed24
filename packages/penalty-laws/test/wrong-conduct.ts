import { l1 } from "@proxkit/penalties-l1";
import { tl1 } from "@proxkit/penalties-tl1";
import { type Penalty, type Step, separablePenalty, weighted } from "@proxkit/penalty";
import { soft } from "./right-penalties.ts";
import { euclidean, vectorPenalty } from "./right-vector-penalties.ts";
import type { Wrong } from "./wrong-penalties.ts";

const right = l1();

/** l1 with another method for vectors, and without scalar functions unless asked for. */
function conduct(changes: Partial<Penalty>): Penalty {
  const { name, parameters, traits, value, prox } = right;
  return { name, parameters, traits, value, prox, ...changes };
}

let lastStep = 0;
let lastProx: Float64Array = new Float64Array(0);
const buffer = new Float64Array(16);

/** Mistakes in how methods treat their arguments. */
export const wrongConduct: readonly Wrong[] = [
  {
    mistake: "a prox that writes its input",
    law: "value and prox leave their input untouched",
    penalty: conduct({
      prox(v, t, out) {
        right.prox(v, t, v);
        out?.set(v);
        return out ?? v.slice();
      },
    }),
  },
  {
    mistake: "a prox that reads v after it has begun to write",
    law: "prox may write over its input",
    penalty: {
      ...euclidean,
      prox(v, t, out = new Float64Array(v.length)) {
        for (let i = 0; i < v.length; i++) out[i] = euclidean.prox(v, t)[i];
        return out;
      },
    },
  },
  {
    mistake: "out that is filled and not returned",
    law: "prox returns out, or a new array",
    penalty: conduct({
      prox(v, t, out) {
        const p = right.prox(v, t);
        out?.set(p);
        return p;
      },
    }),
  },
  {
    mistake: "an internal buffer that is handed out again and again",
    law: "prox returns out, or a new array",
    penalty: conduct({ prox: (v, t, out = buffer.subarray(0, v.length)) => right.prox(v, t, out) }),
  },
  {
    mistake: "a cache that forgets that v changed",
    law: "value and prox are repeatable",
    penalty: conduct({
      prox(v, t, out = new Float64Array(v.length)) {
        const again = t === lastStep && lastProx.length === v.length;
        if (!again) lastProx = right.prox(v, t);
        lastStep = Number(t);
        out.set(lastProx);
        return out;
      },
    }),
  },
  {
    mistake: "the first step used for all coordinates",
    law: "each coordinate takes its own step",
    penalty: conduct({
      prox: (v, t, out) =>
        right.prox(v, typeof t === "number" || !t.length ? t : t.fill(t[0]), out),
    }),
  },
  {
    mistake: "a vector form that leaves out the last of an odd number",
    law: "scalar and vector forms agree",
    penalty: {
      ...right,
      prox(v: Float64Array, t: Step, out?: Float64Array) {
        const p = right.prox(v, t, out);
        if (v.length % 2) p[v.length - 1] *= 2;
        return p;
      },
    } as Penalty,
  },
  {
    mistake: "a vector form in pieces of 8 that leaves out what is left over",
    law: "scalar and vector forms agree",
    penalty: {
      ...right,
      prox(v: Float64Array, t: Step, out?: Float64Array) {
        const p = right.prox(v, t, out);
        const whole = v.length - (v.length % 8);
        if (whole > 0) p.fill(0, whole);
        return p;
      },
    } as Penalty,
  },
  {
    mistake: "a vector form that takes the square root of t",
    law: "λP at t is P at λt",
    penalty: {
      ...right,
      prox: (v: Float64Array, t: Step, out?: Float64Array) =>
        right.prox(v, typeof t === "number" ? Math.sqrt(t) : t.map(Math.sqrt), out),
    } as Penalty,
  },
  {
    mistake: "a NaN that is swallowed",
    law: "NaN in gives NaN out",
    penalty: separablePenalty({
      ...right.scalar,
      name: "swallows",
      convex: true,
      prox: (v, t) => (Math.abs(v) > t ? soft(v, t) : t === 0 ? v : 0),
    }),
  },
  {
    mistake: "∞/∞ in the value of TL1",
    law: "infinities are defined",
    penalty: separablePenalty({
      ...tl1().traits,
      ...tl1().scalar,
      name: "tl1",
      value: (x) => (2 * Math.abs(x)) / (1 + Math.abs(x)),
    }),
  },
  {
    mistake: "t < 0 refused, and NaN let through",
    law: "negative and NaN steps are refused",
    penalty: conduct({
      prox(v, t, out = new Float64Array(v.length)) {
        if (Number(t) < 0) throw new RangeError("t must not be negative");
        return Number.isNaN(t) ? out : right.prox(v, t, out);
      },
    }),
  },
  {
    mistake: "the identity at t = 0 lost in float32",
    law: "t = 0 is the identity",
    penalty: separablePenalty({
      ...right.scalar,
      name: "float32",
      convex: true,
      prox: (v, t) => Math.fround(soft(v, t)),
    }),
  },
  {
    mistake: "a largest entry of nothing, which is −Infinity",
    law: "length 0 is allowed",
    penalty: vectorPenalty({
      ...euclidean,
      value: (w) => (w.length ? euclidean.value(w) : Number.NEGATIVE_INFINITY),
      prox: (v, t) => euclidean.prox(v, t),
    }),
  },
  {
    mistake: "an out that is too long, silently half filled",
    law: "wrong lengths are refused",
    penalty: conduct({
      prox(v, t, out = new Float64Array(v.length)) {
        out.set(right.prox(v, t).subarray(0, out.length));
        return out;
      },
    }),
  },
  {
    mistake: "weights that are too few, and undefined for the rest",
    law: "wrong lengths are refused",
    penalty: { ...weighted(right, [1, 2]), prox: (v, t, out) => right.prox(v, t, out) },
  },
];
