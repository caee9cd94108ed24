const MAGNITUDE: u64 = 0x7fffffffffffffff;

/**
 * The bits of the k-th largest of the n magnitudes at `at`, 1 ≤ k ≤ n, by radix from the top byte down.
 *
 * The bits of |x| as a whole number are in the order of |x|. Each of at most eight passes counts one byte of
 * the entries that are undecided. O(n), whatever the data.
 *
 * @param compact whether the entries may be thrown out as they are decided; else they are read again
 * @param counts room for 256 numbers of 32 bits, and for two more: how many of the equals of the k-th are
 * among the k largest, and how many equals there are
 */
export function radixSelect(at: usize, n: i32, k: i32, compact: bool, counts: usize): u64 {
  let wanted = <u32>k;
  let left = n;
  let key: u64 = 0;
  for (let shift: i64 = 56; shift >= 0; shift -= 8) {
    const above: u64 = shift == 56 ? 0 : ~(<u64>0) << <u64>(shift + 8);
    memory.fill(counts, 0, 1024);
    for (let i = 0; i < left; i++) {
      const bits = load<u64>(at + 8 * <usize>i) & MAGNITUDE;
      if ((bits & above) != key) continue;
      const bucket = counts + 4 * <usize>((bits >> <u64>shift) & 255);
      store<u32>(bucket, load<u32>(bucket) + 1);
    }
    let byte: u64 = 255;
    for (; ; byte--) {
      const here = load<u32>(counts + 4 * <usize>byte);
      if (here >= wanted) break;
      wanted -= here;
    }
    key |= byte << <u64>shift;
    const count = load<u32>(counts + 4 * <usize>byte);
    store<u32>(counts, wanted, 1024);
    store<u32>(counts, count, 1028);
    if (shift == 0) break;
    const known = ~(<u64>0) << <u64>shift;
    if (compact) left = keep(at, left, known, key);
    if (count == 1) return only(at, left, known, key);
  }
  return key;
}

/** Moves the entries with those leading bits to the front, and counts them. */
function keep(at: usize, n: i32, mask: u64, key: u64): i32 {
  let count = 0;
  for (let i = 0; i < n; i++) {
    const bits = load<u64>(at + 8 * <usize>i) & MAGNITUDE;
    store<u64>(at + 8 * <usize>count, bits);
    count += i32((bits & mask) == key);
  }
  return count;
}

/** The one entry with those leading bits. */
function only(at: usize, n: i32, mask: u64, key: u64): u64 {
  for (let i = 0; i < n; i++) {
    const bits = load<u64>(at + 8 * <usize>i) & MAGNITUDE;
    if ((bits & mask) == key) return bits;
  }
  return key;
}
