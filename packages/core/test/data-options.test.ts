import { type DataOptions, leastSquares, logistic, networkLoss } from "@proxkit/core";
import { describe, expect, it, vi } from "vitest";
import { unstructured } from "./numbers.ts";

const [m, d] = [90, 12];
const X = { data: unstructured(m * d), rows: m, columns: d };
const y = unstructured(m, 2);
const signs = y.map((target) => (target > 0 ? 1 : -1));

const losses = {
  networkLoss: (options?: DataOptions) => networkLoss({ X, y, patches: 3, ...options }),
  leastSquares: (options?: DataOptions) => leastSquares({ X, y, ...options }),
  logistic: (options?: DataOptions) => logistic({ X, y: signs, ...options }),
};

describe.each(Object.entries(losses))("%s", (name, make) => {
  const at = (loss: ReturnType<typeof make>) => {
    const w = unstructured(loss.dimension, 3);
    return [loss.value(w), ...loss.gradient(w), loss.smoothness];
  };
  const plain = at(make());

  it("has the same values on two threads, and the same bits each time", () => {
    const runs = [make({ threads: 2 }), make({ threads: 2 })].map(at);
    expect(runs[0]).toEqual(runs[1]);
    runs[0].forEach((x, i) => {
      expect(x).toBeCloseTo(plain[i], 13);
    });
  });

  it("keeps 7 digits of each entry with float32", () => {
    const rounded = at(make({ storage: "float32" }));
    expect(rounded).not.toEqual(plain);
    rounded.forEach((x, i) => {
      expect(x).toBeCloseTo(plain[i], 6);
    });
  });

  it("takes no more threads than there are rows", () => {
    expect(at(make({ threads: 1000 }))).toHaveLength(plain.length);
  });

  it("is of no use once it is freed, and says so", () => {
    const loss = make();
    loss.free();
    loss.free();
    const call = () => loss.value(unstructured(loss.dimension));
    expect(call).toThrow(`${name}: the loss must be used before it is freed`);
    const block = make();
    block[Symbol.dispose]();
    expect(() => block.value(unstructured(loss.dimension))).toThrow("before it is freed");
  });

  it("refuses threads that are no count, and a storage that is not there", () => {
    for (const threads of [0, 1.5, Number.NaN])
      expect(() => make({ threads })).toThrow(
        `${name}: threads must be a positive whole number, received ${threads}`,
      );
    expect(() => make({ storage: "float16" as "float32" })).toThrow(
      `${name}: storage must be "float64" or "float32", received float16`,
    );
  });

  it("says why there are no threads in a page that is not isolated", () => {
    vi.stubGlobal("crossOriginIsolated", false);
    try {
      expect(() => make({ threads: 2 })).toThrow(
        /threads must be 1, because the page is not cross-origin isolated: .*, received 2/,
      );
    } finally {
      vi.unstubAllGlobals();
    }
  });
});

describe("float32 storage", () => {
  it("refuses what float32 cannot hold, with row and column", () => {
    const large = [
      [1, 2],
      [3, 1e39],
    ];
    expect(() => leastSquares({ X: large, y: [1, 2], storage: "float32" })).toThrow(
      "leastSquares: X must hold a number that float32 can hold at row 1, column 1, received 1e+39",
    );
  });
});
