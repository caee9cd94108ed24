export { axpy } from "./axpy.ts";
export { type ColumnGram, columnGram, type GramDescent } from "./columns/column-gram.ts";
export { type Columns, columnsOf, type Descent } from "./columns/columns.ts";
export type { SparseMatrix } from "./columns/sparse-matrix.ts";
export { dot } from "./dot.ts";
export type { EngineName } from "./engine.ts";
export { type DenseMatrix, gemv, gemvTransposed } from "./gemv.ts";
export { dispose } from "./memory/dispose.ts";
export { KernelMemoryError } from "./memory/kernel-memory-error.ts";
export { type KernelMemory, type MemoryOptions, openMemory } from "./memory/open-memory.ts";
export type { Slot, SlotArray } from "./memory/slot.ts";
export { nrm2 } from "./nrm2.ts";
export { leastSquaresPass } from "./passes/least-squares-pass.ts";
export { logisticPass } from "./passes/logistic-pass.ts";
export { type NetworkPassOptions, networkPass } from "./passes/network-pass.ts";
export type { Pass, PassOptions } from "./passes/pass.ts";
export {
  type PlanarLossKernel,
  type PlanarOperator,
  type PlanarPass,
  type PlanarPassOptions,
  type PlanarVectors,
  planarPass,
} from "./planar/planar-pass.ts";
export { logisticProducts, type ProductsLoss } from "./products/logistic-products.ts";
export { hardThreshold } from "./prox/hard-threshold.ts";
export { keepLargest } from "./prox/keep-largest.ts";
export { softThreshold } from "./prox/soft-threshold.ts";
export { type TL1Step, tl1Threshold } from "./prox/tl1-threshold.ts";
export { KernelThreadError } from "./threads/kernel-thread-error.ts";
export { threadsRefused } from "./threads/threads-refused.ts";
