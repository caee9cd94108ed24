import { kernelsOf } from "../check-slots.ts";
import type { Slot } from "../memory/slot.ts";
import type { Columns, Descent } from "./columns.ts";

/**
 * XᵀSX of the columns that were asked for so far: coordinate descent on it costs as much as there are of them for a change
 * of a coordinate, however many rows X has. It has a rounding of ‖X‖², so that what it comes to is to be measured on X.
 */
export interface ColumnGram {
  /** How many columns it has room for; when a list brings more than are left, the others are forgotten. */
  readonly room: number;
  /**
   * Passes of coordinate descent, as {@link Columns.descend} makes them, over the first `count` coordinates of a list, at
   * most `room`, until a pass makes no cᵢ|change of wᵢ| beyond `target`. What it returns does not depend on earlier calls.
   *
   * @returns the largest cᵢ|change of wᵢ| of the last pass
   */
  descend(
    problem: GramDescent,
    list: Slot<Uint32Array>,
    count: number,
    l1: number,
    l2: number,
    target: number,
    passes: number,
  ): number;
}

/** Where coordinate descent on a Gram matrix stands; see {@link Descent}. */
export interface GramDescent extends Pick<Descent, "w" | "curvature" | "weights"> {
  /** ∇f where w was, length d; left as it is. */
  readonly gradient: Float64Array;
  /** Where w was, length d; beyond the list it is still there. Default: where it is. */
  readonly from?: Float64Array | undefined;
}

/**
 * The inner products of columns, each computed when it is first needed and kept.
 *
 * @param scale S, one number or m of them
 * @param room for how many columns, squared numbers in the memory of X
 * @returns undefined where the columns are sparse
 * @example
 * ```ts
 * import { columnGram, columnsOf, openMemory } from "@proxkit/kernels";
 *
 * const memory = openMemory();
 * const slot = (...numbers: number[]) => {
 *   const room = memory.float64(numbers.length);
 *   room.view.set(numbers);
 *   return room;
 * };
 * const columns = columnsOf({ data: slot(1, 0, 0, 2), rows: 2, columns: 2, layout: "columns" });
 * const gram = columnGram(columns, 1, 2);
 * const list = memory.uint32(2);
 * list.view.set([0, 1]);
 * // ½‖Xw − y‖² + ½‖w‖₁, y = (3, 1)
 * const problem = { gradient: Float64Array.of(-3, -2), w: slot(0, 0), curvature: slot(1, 4) };
 * gram?.descend(problem, list, 2, 0.5, 0, 1e-9, 100);
 * console.log(problem.w.view); // Float64Array(2) [ 2.5, 0.375 ]
 * ```
 */
export function columnGram(
  columns: Columns,
  scale: number | Slot,
  room: number,
): ColumnGram | undefined {
  const { inners, memory } = columns;
  if (!inners) return undefined;
  const products = memory.float64(room * room); // H, a row for each seat
  const slopes = memory.float64(room);
  const occupants = memory.uint32(room); // the column of each seat
  const seats = memory.uint32(room); // of the coordinates of a list
  const moves = memory.float64(room); // of the coordinates of a list
  const seatOf = new Int32Array(columns.columns).fill(-1);
  const kernels = kernelsOf("columnGram", products);
  const s = typeof scale === "number" ? undefined : scale;
  const factor = typeof scale === "number" ? scale : 1;
  let seated = 0;

  /** Gives column j the next seat, with its products with all that sit. */
  function add(j: number): void {
    const seat = seated++;
    seatOf[j] = seat;
    occupants.view[seat] = j;
    inners?.(j, occupants, seated, s, products, seat * room);
    const { view } = products;
    for (let other = 0; other <= seat; other++) {
      const product = factor * view[seat * room + other];
      view[seat * room + other] = product;
      view[other * room + seat] = product;
    }
  }

  function seatAll(list: Uint32Array, count: number): void {
    let missing = 0;
    for (let k = 0; k < count; k++) if (seatOf[list[k]] < 0) missing++;
    if (missing === 0) return;
    if (seated + missing > room) {
      for (let seat = 0; seat < seated; seat++) seatOf[occupants.view[seat]] = -1;
      seated = 0;
    }
    for (let k = 0; k < count; k++) if (seatOf[list[k]] < 0) add(list[k]);
  }

  return Object.freeze({
    room,
    descend(
      { gradient, from, w, curvature, weights }: GramDescent,
      list: Slot<Uint32Array>,
      count: number,
      l1: number,
      l2: number,
      target: number,
      passes: number,
    ) {
      const { view } = list;
      seatAll(view, count);
      const [pulls, places, moved, at] = [slopes.view, seats.view, moves.view, w.view];
      pulls.fill(0);
      for (let k = 0; k < count; k++) {
        const i = view[k];
        const seat = seatOf[i];
        places[k] = seat;
        pulls[seat] = gradient[i];
        if (from) moved[k] = at[i] - from[i];
      }
      return kernels.gramDescend(
        products.at,
        room,
        seated,
        slopes.at,
        from ? moves.at : 0,
        seats.at,
        list.at,
        count,
        w.at,
        curvature.at,
        weights?.at ?? 0,
        l1,
        l2,
        target,
        passes,
      );
    },
  });
}
