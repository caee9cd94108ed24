import { gaussian } from "../data/gaussian.ts";
import { power } from "../data/power.ts";
import type { Case, Prepare, Workload } from "../workload.ts";

/** The sum of an array: nothing but reading it. */
const plainSum: Prepare = ({ X }) => {
  const out = new Float64Array(1);
  return () => {
    let [a, b, c, e] = [0, 0, 0, 0];
    for (let i = 0; i + 4 <= X.length; i += 4) {
      a += X[i];
      b += X[i + 1];
      c += X[i + 2];
      e += X[i + 3];
    }
    out[0] = a + b + (c + e);
    return out;
  };
};

function sumOf(n: number): Case {
  return {
    name: `read, n = ${power(n)}`,
    series: "read",
    size: n,
    parameters: { n },
    bytes: 8 * n,
    data: () => ({ X: gaussian(n, 1).map(Math.abs) }), // no sum near 0, so that checksums compare
    variants: [
      { name: "plain JavaScript", host: "node", entry: "sum" },
      { name: "numpy", host: "python", entry: "numpy sum", needs: ["numpy"] },
      { name: "C", host: "c", entry: "sum", needs: ["C"] },
    ],
  };
}

export const bandwidth: Workload = {
  name: "bandwidth",
  title: "Reading memory",
  about: "The sum of n numbers of float64: what no computation that reads them can be faster than.",
  sizeLabel: "n",
  tolerance: 1e-10,
  reference: "C",
  node: { sum: plainSum },
  cases: (size) => (size === "quick" ? [1e4, 1e6] : [1e4, 1e5, 1e6, 1e7, 5e7]).map(sumOf),
};
