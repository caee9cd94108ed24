export { axpy, axpy32 } from "./axpy";
export {
  descend, descend32, sparseAxpy, sparseDescend, sparseDot, sparseProducts, sparseSquares, sparseWeightedAxpy, squares,
  squares32, weightedAxpy, weightedAxpy32,
} from "./columns";
export { dot, dot32 } from "./dot";
export { columnsTimes, columnsTimes32, rowsTimes, rowsTimes32, sumOfRows, sumOfRows32 } from "./gemv";
export { gramDescend, inners, inners32 } from "./gram";
export { hard } from "./hard";
export { leastSquares, leastSquares32 } from "./least-squares";
export { logistic, logistic32 } from "./logistic";
export { logisticConjugate, logisticCurvatures, logisticSlopes } from "./logistic-terms";
export { network, network32 } from "./network";
export { planarArrive } from "./planar-arrive";
export { planarDepart, planarPrepare } from "./planar-depart";
export { planarStep } from "./planar-step";
export { soft } from "./soft";
export { tl1 } from "./tl1";
export { top } from "./top";
