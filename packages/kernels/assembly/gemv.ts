import { dotOf } from "./dot";
import { flush, push } from "./pending";

/** out ← A v, A m × n row after row. */
// @ts-ignore: decorator
@inline
function rowsTimesOf<T>(A: usize, v: usize, out: usize, m: i32, n: i32): void {
  const stride = <usize>n * sizeof<T>();
  for (let j = 0; j < m; j++) {
    store<f64>(out, dotOf<T>(A, v, n));
    A += stride;
    out += 8;
  }
}

/** out ← Aᵀ v, A m × n row after row: Σⱼ vⱼ aⱼ. @param scratch 48 bytes @param all rows whose vⱼ is 0 too */
function sumOfRowsOf<T>(
  A: usize, v: usize, out: usize, scratch: usize, m: i32, n: i32, all: bool,
): void {
  const stride = <usize>n * sizeof<T>();
  let count = 0;
  memory.fill(out, 0, <usize>n * 8);
  for (let j = 0; j < m; j++) {
    const a = load<f64>(v);
    if (all || a != 0) count = push<T>(scratch, count, a, A, out, n);
    A += stride;
    v += 8;
  }
  flush<T>(scratch, count, out, n);
}

export function rowsTimes(A: usize, v: usize, out: usize, m: i32, n: i32): void {
  rowsTimesOf<f64>(A, v, out, m, n);
}

export function rowsTimes32(A: usize, v: usize, out: usize, m: i32, n: i32): void {
  rowsTimesOf<f32>(A, v, out, m, n);
}

export function sumOfRows(A: usize, v: usize, out: usize, scratch: usize, m: i32, n: i32): void {
  sumOfRowsOf<f64>(A, v, out, scratch, m, n, true);
}

export function sumOfRows32(A: usize, v: usize, out: usize, scratch: usize, m: i32, n: i32): void {
  sumOfRowsOf<f32>(A, v, out, scratch, m, n, true);
}

/** out ← X w, X m × d column after column, which is Xᵀ row after row; columns whose weight is 0 are not read. */
export function columnsTimes(X: usize, w: usize, out: usize, scratch: usize, m: i32, d: i32): void {
  sumOfRowsOf<f64>(X, w, out, scratch, d, m, false);
}

export function columnsTimes32(
  X: usize, w: usize, out: usize, scratch: usize, m: i32, d: i32,
): void {
  sumOfRowsOf<f32>(X, w, out, scratch, d, m, false);
}
