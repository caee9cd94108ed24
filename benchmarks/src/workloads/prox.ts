import {
  hardThreshold as hardInMemory,
  keepLargest,
  openMemory,
  type Slot,
  softThreshold,
  tl1Threshold,
} from "@proxkit/kernels";
import { hardThreshold, l0 } from "@proxkit/penalties-l0";
import { l1 } from "@proxkit/penalties-l1";
import { tl1, tl1Step } from "@proxkit/penalties-tl1";
import type { SeparablePenalty } from "@proxkit/penalty";
import { Matrix } from "ml-matrix";
import { gaussian } from "../data/gaussian.ts";
import { power } from "../data/power.ts";
import type { Case, Parameters, Prepare, Variant, Workload } from "../workload.ts";

type Operator = "soft" | "hard" | "tl1" | "top";

const penalties = { soft: l1(), hard: l0(), tl1: tl1({ a: 1 }) };
const titles: Readonly<Record<Operator, string>> = {
  soft: "soft",
  hard: "hard",
  tl1: "TL1, a = 1",
  top: "H_s, s = n/100",
};
const T = 0.1;

/** The public interface, into an array that is there. */
function ofPenalty(penalty: SeparablePenalty): Prepare {
  return ({ v }, { t }) => {
    const [from, out] = [Float64Array.from(v), new Float64Array(v.length)];
    return () => penalty.prox(from, t, out);
  };
}

/** The kernels, on memory of theirs. */
function inKernels(
  engine: "simd" | "scalar",
  work: (v: Slot, out: Slot, { t, s }: Parameters) => void,
): Prepare {
  return ({ v }, parameters) => {
    const memory = openMemory({ engine, bytes: 18 * v.length });
    const [from, to] = [memory.float64(v.length), memory.float64(v.length)];
    from.view.set(v);
    work(from, to, parameters); // takes what room it needs beside: from here on no view moves
    const out = to.view;
    return () => {
      work(from, to, parameters);
      return out;
    };
  };
}

const kernels = {
  soft: (v: Slot, out: Slot, { t }: Parameters) => softThreshold(v, t, out),
  hard: (v: Slot, out: Slot, { t }: Parameters) => hardInMemory(v, t, out),
  tl1: (v: Slot, out: Slot, { t }: Parameters) => tl1Threshold(v, tl1Step(t, { a: 1 }), out),
  top: (v: Slot, out: Slot, { s }: Parameters) => keepLargest(v, s, out),
};

/** The public scalar form, entry by entry. */
function byEntry({ scalar }: SeparablePenalty): Prepare {
  return ({ v }, { t }) => {
    const out = new Float64Array(v.length);
    return () => {
      for (let i = 0; i < v.length; i++) out[i] = scalar.prox(v[i], t);
      return out;
    };
  };
}

const top: Prepare = ({ v }, { s }) => {
  const [from, out] = [Float64Array.from(v), new Float64Array(v.length)];
  return () => hardThreshold(from, s, out);
};

/** H_s as one would write it: sort the magnitudes, keep those above the s-th. */
const sortedTop: Prepare = ({ v }, { s }) => {
  const [sizes, out] = [new Float64Array(v.length), new Float64Array(v.length)];
  return () => {
    for (let i = 0; i < v.length; i++) sizes[i] = Math.abs(v[i]);
    const least = sizes.sort()[v.length - s];
    for (let i = 0; i < v.length; i++) out[i] = Math.abs(v[i]) >= least ? v[i] : 0;
    return out;
  };
};

const mlMatrixSoft: Prepare = ({ v }, { t }) => {
  const V = Matrix.rowVector(Array.from(v));
  return () => {
    const over = Matrix.sub(Matrix.abs(V), t).apply(function positive(this: Matrix, i, j) {
      if (this.get(i, j) < 0) this.set(i, j, 0);
    });
    return Float64Array.from(over.mul(Matrix.sign(V)).getRow(0));
  };
};

const mlMatrixHard: Prepare = ({ v }, { t }) => {
  const V = Matrix.rowVector(Array.from(v));
  const cut = Math.sqrt(2 * t);
  return () => {
    const kept = V.clone().apply(function cutOff(this: Matrix, i, j) {
      if (Math.abs(this.get(i, j)) <= cut) this.set(i, j, 0);
    });
    return Float64Array.from(kept.getRow(0));
  };
};

/** From here on it shows which pages an array is on. */
const LARGE = 1e6;

/** Who takes part. A variant of ours more is one entry in `node` below, and one line here. */
function variantsOf(operator: Operator, n: number): Variant[] {
  const variants: Variant[] = [
    { name: "proxkit", host: "node", entry: operator },
    { name: "proxkit kernels", host: "node", entry: `${operator} kernels` },
    { name: "scalar twin", host: "node", entry: `${operator} scalar twin` },
    { name: "scalar form", host: "node", entry: `${operator} by entry` },
    { name: "ml-matrix", host: "node", entry: `${operator} ml-matrix` },
    { name: "numpy", host: "python", entry: `numpy ${operator}`, needs: ["numpy"] },
    { name: "numba", host: "python", entry: `numba ${operator}`, needs: ["numpy", "numba"] },
    { name: "torch", host: "python", entry: `torch ${operator}`, needs: ["numpy", "torch"] },
    { name: "C", host: "c", entry: operator, needs: ["C"] },
    { name: "C, plain pages", host: "c", entry: operator, needs: ["C"], pages: "plain" },
    { name: "C with libm", host: "c", entry: `${operator} libm`, needs: ["C"] },
  ];
  const without: Readonly<Record<Operator, readonly string[]>> = {
    soft: ["C with libm"],
    hard: ["C with libm"],
    tl1: ["ml-matrix", "C, plain pages"],
    top: ["C with libm", "ml-matrix", "numba", "C, plain pages"],
  };
  return variants
    .filter(({ name }) => !without[operator].includes(name))
    .filter(({ pages }) => pages === undefined || n >= LARGE);
}

/** One operator of one size; tests take other sizes. */
export function proxCase(operator: Operator, n: number): Case {
  return {
    name: `${titles[operator]}, n = ${power(n)}`,
    series: titles[operator],
    size: n,
    parameters: { n, t: T, a: 1, s: Math.floor(n / 100) },
    bytes: 8 * n,
    data: () => ({ v: gaussian(n, 2) }),
    variants: variantsOf(operator, n),
  };
}

export const prox: Workload = {
  name: "prox",
  title: "Proximal operators",
  about: `prox(v, t) of n Gaussian numbers with t = ${T}, into an array that is there; ml-matrix, numpy and torch allocate as they do. C asks for pages of 2 MiB; with "plain pages" it takes what comes, as WebAssembly has to.`,
  sizeLabel: "n",
  tolerance: 1e-9,
  reference: "C",
  node: {
    soft: ofPenalty(penalties.soft),
    hard: ofPenalty(penalties.hard),
    tl1: ofPenalty(penalties.tl1),
    top,
    "soft kernels": inKernels("simd", kernels.soft),
    "hard kernels": inKernels("simd", kernels.hard),
    "tl1 kernels": inKernels("simd", kernels.tl1),
    "top kernels": inKernels("simd", kernels.top),
    "soft scalar twin": inKernels("scalar", kernels.soft),
    "hard scalar twin": inKernels("scalar", kernels.hard),
    "tl1 scalar twin": inKernels("scalar", kernels.tl1),
    "top scalar twin": inKernels("scalar", kernels.top),
    "soft by entry": byEntry(penalties.soft),
    "hard by entry": byEntry(penalties.hard),
    "tl1 by entry": byEntry(penalties.tl1),
    "top by entry": sortedTop,
    "soft ml-matrix": mlMatrixSoft,
    "hard ml-matrix": mlMatrixHard,
  },
  cases: (size) =>
    (["soft", "hard", "tl1", "top"] as const).flatMap((operator) =>
      (size === "quick" ? [1e4, 1e5] : [1e4, 1e5, 1e6, 1e7]).map((n) => proxCase(operator, n)),
    ),
};
