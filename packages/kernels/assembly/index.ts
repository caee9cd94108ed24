export { axpy, axpy32 } from "./axpy";
export {
  descend, descend32, sparseAxpy, sparseDescend, sparseDot, sparseProducts, sparseSquares, sparseWeightedAxpy, squares,
  squares32, weightedAxpy, weightedAxpy32,
} from "./columns";
export { dot, dot32 } from "./dot";
export { rowsTimes, rowsTimes32, sumOfRows, sumOfRows32 } from "./gemv";
export { hard } from "./hard";
export { leastSquares, leastSquares32 } from "./least-squares";
export { logistic, logistic32 } from "./logistic";
export { network, network32 } from "./network";
export { planarArrive } from "./planar-arrive";
export { planarDepart, planarPrepare } from "./planar-depart";
export { planarStep } from "./planar-step";
export { soft } from "./soft";
export { tl1 } from "./tl1";
export { top } from "./top";
