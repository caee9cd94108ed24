import { leastSquares } from "@proxkit/core";
import { l0 } from "@proxkit/penalties-l0";
import { l1 } from "@proxkit/penalties-l1";
import { mcp } from "@proxkit/penalties-mcp";
import { admm, coordinateDescent, iht, proximalGradient, rvsm } from "@proxkit/solvers";
import { matrixOf, type Problem, planted, plantedSparse } from "../data/regression.ts";
import type { Entrant, Race } from "./race.ts";

const gradient: Entrant = (course) => proximalGradient(course);
const descent: Entrant = (course) => coordinateDescent(course);
const splitting: Entrant = (course) => admm(course);

/** RVSM without the paper's normalisation, which is for the network; β in multiples of L. */
const relaxed =
  (multiple: number): Entrant =>
  ({ loss, penalty, lambda }) =>
    rvsm({ loss, penalty, lambda, beta: multiple * (loss.smoothness ?? 1), normalize: false });

const everybody = {
  "coordinate descent": descent,
  "proximal gradient": gradient,
  ADMM: splitting,
  "RVSM, β = L": relaxed(1),
  "RVSM, β = 100 L": relaxed(100),
};

/** Least squares on the data of a problem, by columns as they are, or by rows as tables come. */
function squared({ m, n, data }: Problem, layout: "rows" | "columns" = "columns") {
  return () => {
    const arrays = data();
    const y = arrays.y as Float64Array;
    const byColumns = matrixOf(arrays, { m, n });
    const X =
      layout === "rows" && "data" in byColumns
        ? { data: byRows(byColumns.data, m, n), rows: m, columns: n }
        : byColumns;
    return () => leastSquares({ X, y });
  };
}

function byRows(X: Float64Array, m: number, n: number): Float64Array {
  return X.map((_, at) => X[(at % n) * m + Math.floor(at / n)]);
}

/** All that is raced; the quick ones are small. */
export function races(size: "full" | "quick"): readonly Race[] {
  const full = size === "full";
  const tall = full ? planted(50_000, 20, 4) : planted(500, 10, 4);
  const wide = full ? planted(500, 5000) : planted(50, 200);
  const sparse = full ? plantedSparse(2000, 20_000, 0.01) : plantedSparse(100, 400, 0.05);
  const few = full ? planted(500, 1000) : planted(100, 100, 20);
  const seconds = full ? 3 : 0.1;
  const shape = ({ m, n }: Problem) => `${m} × ${n}`;
  return [
    {
      name: "tall",
      title: `l1, tall: ${shape(tall)} by rows`,
      penalty: l1(),
      ratio: 0.01,
      loss: squared(tall, "rows"),
      entrants: everybody,
      seconds,
    },
    {
      name: "wide",
      title: `l1, wide: ${shape(wide)}`,
      penalty: l1(),
      ratio: 0.05,
      loss: squared(wide),
      entrants: everybody,
      seconds,
    },
    {
      name: "sparse",
      title: `l1, sparse: ${shape(sparse)}`,
      penalty: l1(),
      ratio: 0.1,
      loss: squared(sparse),
      entrants: everybody,
      seconds,
    },
    {
      name: "mcp",
      title: `MCP, γ = 3: ${shape(wide)}`,
      penalty: mcp({ gamma: 3 }),
      ratio: 0.2,
      loss: squared(wide),
      entrants: everybody,
      seconds,
    },
    {
      name: "l0",
      title: `l0: ${shape(few)}`,
      penalty: l0(),
      ratio: 0.05,
      loss: squared(few),
      entrants: {
        ...everybody,
        "IHT, planted s": ({ loss }) => iht({ loss, sparsity: full ? 10 : 5 }),
      },
      seconds,
    },
  ];
}
