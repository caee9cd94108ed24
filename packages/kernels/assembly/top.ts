import { radixSelect } from "./radix-select";

const LARGEST_SAMPLE: i32 = 8192;

/**
 * out ← H_s(v): v where |v| is among the s largest, the lower index among equals, else +0; NaN stays NaN and
 * does not count. O(n), whatever the data.
 *
 * A sample brackets the s-th magnitude; one pass counts what is above the bracket and gathers what is in it;
 * the s-th is found among these, and one pass masks. Where the bracket misses, all of v is searched.
 *
 * @param scratch 1088 bytes for counts, then room for `room` float64, at least 8192
 */
export function top(v: usize, out: usize, n: i32, s: i32, scratch: usize, room: i32): void {
  const gathered = scratch + 1088;
  let cut: f64 = -1;
  if (s > 0 && n >= 8192) cut = fromBracket(v, n, s, scratch, gathered, room);
  if (cut < 0) cut = fromAll(v, n, s, scratch);
  if (load<u32>(scratch, 1024) == load<u32>(scratch, 1028)) keepFrom(v, out, n, cut);
  else keepSome(v, out, n, cut, load<u32>(scratch, 1024));
}

/** The s-th largest magnitude, or −1 if the bracket missed it. */
function fromBracket(v: usize, n: i32, s: i32, scratch: usize, gathered: usize, room: i32): f64 {
  const sample = min(LARGEST_SAMPLE, n >> 5);
  const stride = n / sample;
  let size = 0;
  for (let i = 0; i < sample; i++) {
    const x = abs(load<f64>(v + 8 * <usize>(i * stride)));
    store<f64>(gathered + 8 * <usize>size, x);
    size += i32(x == x);
  }
  if (size == 0) return -1;
  const share = <f64>s / <f64>n;
  const middle = share * <f64>size;
  const spread = 4 * Math.sqrt(<f64>size * share * (1 - min(share, 1))) + 2;
  // selecting with `compact` throws entries out: the smaller rank is asked for on a fresh sample
  const low = <i32>Math.ceil(middle + spread);
  const high = <i32>Math.floor(middle - spread);
  const last: f64 =
    low > size ? 0 : reinterpret<f64>(radixSelect(gathered, size, low, false, scratch));
  const first: f64 =
    high < 1 ? Infinity : reinterpret<f64>(radixSelect(gathered, size, high, true, scratch));

  // one pass: count |x| > first, gather last ≤ |x| ≤ first
  const upper = f64x2.splat(first);
  const lower = f64x2.splat(last);
  let above = i64x2.splat(0);
  let count = 0;
  let at = v;
  let left = n;
  for (; left >= 2; left -= 2) {
    const x = f64x2.abs(v128.load(at));
    at += 16;
    const over = f64x2.gt(x, upper);
    above = i64x2.sub(above, over);
    const within = i64x2.bitmask(v128.andnot(f64x2.ge(x, lower), over));
    if (within) {
      if (count + 2 > room) return -1;
      store<f64>(gathered + 8 * <usize>count, f64x2.extract_lane(x, 0));
      count += within & 1;
      store<f64>(gathered + 8 * <usize>count, f64x2.extract_lane(x, 1));
      count += within >> 1;
    }
  }
  let over = i64x2.extract_lane(above, 0) + i64x2.extract_lane(above, 1);
  if (left) {
    const x = abs(load<f64>(at));
    if (x > first) over++;
    else if (x >= last) {
      if (count + 1 > room) return -1;
      store<f64>(gathered + 8 * <usize>count, x);
      count++;
    }
  }
  const wanted = <i64>s - over;
  if (wanted < 1 || wanted > <i64>count) return -1;
  return reinterpret<f64>(radixSelect(gathered, count, <i32>wanted, true, scratch));
}

/** The s-th largest magnitude among all that are not NaN; 0 where there are not so many. */
function fromAll(v: usize, n: i32, s: i32, scratch: usize): f64 {
  store<u32>(scratch, 0, 1024);
  store<u32>(scratch, i32(s == 0), 1028); // 0 of 0 equals, or of 1 where Infinity is to go, too
  if (s == 0) return Infinity;
  let nans = 0;
  for (let i = 0; i < n; i++) {
    const x = load<f64>(v + 8 * <usize>i);
    nans += i32(x != x);
  }
  if (s + nans >= n) return 0;
  return reinterpret<f64>(radixSelect(v, n, s + nans, false, scratch)); // NaN has the largest bits
}

/** out ← v where |v| > cut or NaN, and where it is one of the first `ties` equal to cut; else +0. */
function keepSome(v: usize, out: usize, n: i32, cut: f64, ties: u32): void {
  for (let i = 0; i < n; i++) {
    const value = load<f64>(v);
    const x = abs(value);
    let kept = !(x <= cut);
    if (x == cut && ties > 0) {
      kept = true;
      ties--;
    }
    store<f64>(out, kept ? value : 0);
    v += 8;
    out += 8;
  }
}

/** out ← v where |v| ≥ cut or NaN, else +0. */
function keepFrom(v: usize, out: usize, n: i32, cut: f64): void {
  const limit = f64x2.splat(cut);
  let left = n;
  for (; left >= 2; left -= 2) {
    const x = v128.load(v);
    v128.store(out, v128.andnot(x, f64x2.lt(f64x2.abs(x), limit)));
    v += 16;
    out += 16;
  }
  if (left) {
    const x = load<f64>(v);
    store<f64>(out, abs(x) < cut ? 0 : x);
  }
}
