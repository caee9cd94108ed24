import { axpy4Of, axpyOf } from "./axpy";

// Rows that wait to be added to a gradient, four at a time: up to four addresses, then their four scales.
// A row waits for at most three others, so that it is still in the cache.

// @ts-ignore: decorator
@inline
const SCALES: usize = 16;

/** Rows that are longer than this, in bytes, are added at once: four of them would not stay in the nearest cache. */
// @ts-ignore: decorator
@inline
const LONG: usize = 4096;

/**
 * Puts g ← g + scale·x in the queue that has `count` rows, and returns the new count. With `on` 0 it leaves it out,
 * without a branch, which random data mislead.
 */
// @ts-ignore: decorator
@inline
export function push<T>(
  queue: usize, count: i32, scale: f64, x: usize, g: usize, d: i32, on: i32 = 1,
): i32 {
  if (<usize>d * sizeof<T>() > LONG) {
    if (on) axpyOf<T>(scale, x, g, d);
    return 0;
  }
  store<u32>(queue + 4 * <usize>count, <u32>x);
  store<f64>(queue + SCALES + 8 * <usize>count, scale);
  count += on;
  if (count < 4) return count;
  axpy4Of<T>(
    load<f64>(queue, 16), load<u32>(queue),
    load<f64>(queue, 24), load<u32>(queue, 4),
    load<f64>(queue, 32), load<u32>(queue, 8),
    load<f64>(queue, 40), load<u32>(queue, 12),
    g, d,
  );
  return 0;
}

/** Adds the rows that still wait. */
// @ts-ignore: decorator
@inline
export function flush<T>(queue: usize, count: i32, g: usize, d: i32): void {
  for (let i: usize = 0; i < <usize>count; i++)
    axpyOf<T>(load<f64>(queue + SCALES + 8 * i), load<u32>(queue + 4 * i), g, d);
}
