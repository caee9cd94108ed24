import type { Quantity } from "./quantity.ts";

/** The penalties of Tables 1-3. */
export type PaperPenalty = "l0" | "tl1" | "l1";

/** One of Tables 1-3 as printed: a row per quantity, an entry per column d; null where nothing is printed. */
export type PublishedTable = Readonly<Record<Quantity, readonly (number | null)[]>>;

/** The columns of Tables 1-3. */
export const publishedColumns: readonly number[] = [10, 20, 30, 40, 50];

/**
 * Tables 1 (l0), 2 (TL1) and 3 (l1) as printed, angles in radians.
 *
 * The last row has four numbers for five columns, and the place of d = 10 is blank.
 *
 * @example
 * ```ts
 * import { published } from "@proxkit/paper";
 *
 * console.log(published.l0.zerosU); // [ null, 6, 15, 25, 34 ]
 * ```
 * Source: Dinh & Xin, Tables 1-3.
 */
export const published: Readonly<Record<PaperPenalty, PublishedTable>> = {
  l0: {
    angleW: [8.75685e-3, 6.68412e-3, 6.04336e-3, 5.32728e-3, 4.94954e-3],
    lossW: [1.91348e-5, 1.11535e-5, 9.11881e-6, 7.08694e-6, 6.11803e-6],
    angleU: [3.37294e-1, 5.28306e-1, 6.58853e-1, 7.03679e-1, 8.68654e-1],
    lossU: [2.5715e-2, 5.83579e-2, 8.56018e-2, 9.56203e-2, 1.34753e-1],
    lossUnitU: [2.61605e-2, 6.05623e-2, 9.01282e-2, 1.01181e-1, 1.44854e-1],
    zerosU: [null, 6, 15, 25, 34],
  },
  tl1: {
    angleW: [2.89468e-2, 2.03823e-2, 2.0379e-2, 1.64539e-2, 1.3737e-2],
    lossW: [2.08177e-4, 1.03407e-4, 1.03373e-4, 6.74448e-5, 4.70379e-5],
    angleU: [1.05764e-1, 1.42955e-1, 1.70723e-1, 1.93306e-1, 2.09155e-1],
    lossU: [3.94756e-3, 8.38579e-3, 1.25855e-2, 1.74556e-2, 2.18136e-2],
    lossUnitU: [2.73123e-3, 4.94569e-3, 7.00566e-3, 8.93097e-3, 1.04133e-2],
    zerosU: [null, 1, 4, 9, 10],
  },
  l1: {
    angleW: [5.57468e-2, 3.98867e-2, 3.5774e-2, 2.95779e-2, 2.56507e-2],
    lossW: [7.67536e-4, 3.94319e-4, 3.17482e-4, 2.17325e-4, 1.63585e-4],
    angleU: [7.52479e-2, 9.48354e-2, 1.00794e-1, 1.015e-1, 1.02384e-1],
    lossU: [2.51967e-3, 4.44921e-3, 5.79414e-3, 7.15888e-3, 8.44975e-3],
    lossUnitU: [1.3923e-3, 2.20154e-3, 2.48343e-3, 2.51794e-3, 2.56144e-3],
    zerosU: [null, 0, 1, 2, 4],
  },
};

/** k, λ, β and a of Tables 1-3. */
export const publishedParameters: {
  readonly patches: number;
  readonly lambda: number;
  readonly beta: number;
  readonly a: number;
} = { patches: 2, lambda: 1e-4, beta: 4e-3, a: 1 };
