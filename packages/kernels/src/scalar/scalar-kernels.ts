import type { Room } from "../memory/room.ts";
import type { RawKernels } from "../raw-kernels.ts";
import { axpyAt } from "./axpy.ts";
import {
  denseColumnsAt,
  descendAt,
  sparseAxpyAt,
  sparseColumnsAt,
  sparseDotAt,
  sparseSquaresAt,
  sparseWeightedAxpyAt,
  squaresAt,
  weightedAxpyAt,
} from "./columns.ts";
import { dotAt } from "./dot.ts";
import { gramDescendAt, innersAt } from "./gram.ts";
import { leastSquaresAt, logisticAt } from "./linear.ts";
import { logisticConjugateAt, logisticCurvaturesAt, logisticSlopesAt } from "./logistic-terms.ts";
import { networkAt } from "./network.ts";
import { planarArriveAt, planarDepartAt } from "./planar.ts";
import { planarStepAt } from "./planar-step.ts";
import { hardAt, softAt } from "./threshold.ts";
import { tl1At } from "./tl1.ts";
import { topAt } from "./top.ts";
import { type FloatArray, type Views, viewsOf } from "./views.ts";

/** The kernels in JavaScript, with the bits of those in WebAssembly. */
export function scalarKernels(room: Room): { kernels: RawKernels; moved(): void } {
  let views = viewsOf(room.buffer);
  const kernels = {
    ...ofType(() => views, "f64", 8),
    ...renamed(ofType(() => views, "f32", 4)),
    soft: (v, out, n, t) => softAt(views.f64, v / 8, out / 8, n, t),
    hard: (v, out, n, cut) => hardAt(views.f64, v / 8, out / 8, n, cut),
    tl1: (v, out, n, at) => tl1At(views.f64, v / 8, out / 8, n, at / 8),
    planarPrepare: () => {},
    planarDepart: (at, n, eta) => planarDepartAt(views.f64, at / 8, n, eta),
    planarArrive: (at, n, ...rest) => planarArriveAt(views.f64, at / 8, n, ...rest),
    logisticSlopes: (z, y, s, q, c, _scratch, n) =>
      logisticSlopesAt(views.f64, z / 8, y / 8, s / 8, entryOrNone(q), entryOrNone(c), n),
    logisticCurvatures: (z, s, c, n) => logisticCurvaturesAt(views.f64, z / 8, s / 8, c / 8, n),
    logisticConjugate: (theta, y, s, n) =>
      logisticConjugateAt(views.f64, theta / 8, y / 8, s / 8, n),
    planarStep: (at, n, eta) => planarStepAt(views.f64, at / 8, n, eta),
    sparseDot: (values, rows, q, count) => sparseDotAt(views, values / 8, rows / 4, q / 8, count),
    sparseAxpy: (a, values, rows, q, count) =>
      sparseAxpyAt(a, views, values / 8, rows / 4, q / 8, count),
    sparseWeightedAxpy: (a, values, rows, s, q, count) =>
      sparseWeightedAxpyAt(a, views, values / 8, rows / 4, s / 8, q / 8, count),
    sparseSquares: (values, rows, s, count) =>
      sparseSquaresAt(views, values / 8, rows / 4, entryOrNone(s), count),
    sparseProducts(values, starts, rows, q, out, n) {
      const { dot } = sparseColumnsAt(views, values / 8, starts / 4, rows / 4);
      for (let j = 0; j < n; j++) views.f64[out / 8 + j] = dot(j, q / 8);
    },
    sparseDescend: (values, starts, rows, ...rest) =>
      descendAt(views, sparseColumnsAt(views, values / 8, starts / 4, rows / 4), ...rest),
    gramDescend: (...given) => gramDescendAt(views, ...given),
    top: (v, out, n, s) => topAt(views, v / 8, out / 8, n, s),
  } satisfies RawKernels as RawKernels;
  return {
    kernels,
    moved() {
      views = viewsOf(room.buffer);
    },
  };
}

type Typed =
  | "dot"
  | "axpy"
  | "rowsTimes"
  | "sumOfRows"
  | "network"
  | "leastSquares"
  | "logistic"
  | "weightedAxpy"
  | "squares"
  | "descend"
  | "columnsTimes"
  | "inners";

/** The kernels whose first array is of that type, of so many bytes an entry. */
function ofType(views: () => Views, type: "f64" | "f32", size: number): Pick<RawKernels, Typed> {
  const data = (): FloatArray => views()[type];
  return {
    dot: (x, y, n) => dotAt(data(), x / size, views().f64, y / 8, n),
    axpy: (a, x, y, n) => axpyAt(a, data(), x / size, views().f64, y / 8, n),
    rowsTimes(A, v, out, m, n) {
      const { f64 } = views();
      for (let j = 0; j < m; j++) f64[out / 8 + j] = dotAt(data(), A / size + j * n, f64, v / 8, n);
    },
    sumOfRows(A, v, out, _scratch, m, n) {
      const { f64 } = views();
      f64.fill(0, out / 8, out / 8 + n);
      for (let j = 0; j < m; j++) axpyAt(f64[v / 8 + j], data(), A / size + j * n, f64, out / 8, n);
    },
    network: (X, ...rest) => networkAt(views(), data(), X / size, ...rest),
    leastSquares: (X, y, w, g, _scratch, ...rest) =>
      leastSquaresAt(views().f64, data(), X / size, y / 8, w / 8, g === 0 ? -1 : g / 8, ...rest),
    logistic: (X, s, w, g, _scratch, ...rest) =>
      logisticAt(views().f64, data(), X / size, s / 8, w / 8, g === 0 ? -1 : g / 8, ...rest),
    weightedAxpy: (a, x, s, y, n) =>
      weightedAxpyAt(a, data(), x / size, views().f64, s / 8, y / 8, n),
    squares: (x, s, n) => squaresAt(data(), x / size, views().f64, entryOrNone(s), n),
    columnsTimes(X, w, out, _scratch, m, d) {
      const { f64 } = views();
      f64.fill(0, out / 8, out / 8 + m);
      for (let j = 0; j < d; j++) {
        const a = f64[w / 8 + j];
        if (a !== 0) axpyAt(a, data(), X / size + j * m, f64, out / 8, m);
      }
    },
    inners: (X, j, list, count, s, out, m) =>
      innersAt(views(), data(), X / size, j, list / 4, count, entryOrNone(s), out / 8, m),
    descend: (X, q, w, c, p, list, count, m, ...rest) =>
      descendAt(
        views(),
        denseColumnsAt(views().f64, data(), X / size, m),
        q,
        w,
        c,
        p,
        list,
        count,
        m,
        ...rest,
      ),
  };
}

function renamed(kernels: Pick<RawKernels, Typed>): Pick<RawKernels, `${Typed}32`> {
  return {
    dot32: kernels.dot,
    axpy32: kernels.axpy,
    rowsTimes32: kernels.rowsTimes,
    sumOfRows32: kernels.sumOfRows,
    network32: kernels.network,
    leastSquares32: kernels.leastSquares,
    logistic32: kernels.logistic,
    weightedAxpy32: kernels.weightedAxpy,
    squares32: kernels.squares,
    descend32: kernels.descend,
    columnsTimes32: kernels.columnsTimes,
    inners32: kernels.inners,
  };
}

/** Where a float64 is, in entries; −1 for none. */
function entryOrNone(at: number): number {
  return at === 0 ? -1 : at / 8;
}
