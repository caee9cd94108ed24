/** Which magnitudes are among the s largest: all above the cutoff, and the first `ties` equal to it. */
export interface MagnitudeCutoff {
  readonly cutoff: number;
  readonly ties: number;
}

/** Which 32-bit half of a double holds its exponent: 1 on little-endian machines. */
const HIGH = new Uint32Array(Float64Array.of(1).buffer)[1] === 0 ? 0 : 1;
const LOW = 1 - HIGH;
const MAGNITUDE = 0x7fffffff;

// what every call uses again: memory outside the heap, of which a call leaves none behind
const counts = new Uint32Array(256);
const double = new Float64Array(1);
const wordsOfDouble = new Uint32Array(double.buffer);

/**
 * Finds the cutoff of the s largest magnitudes by radix selection from the top byte down.
 *
 * The bits of |x|, read as a whole number, are in the order of |x|, so each of at most eight passes
 * counts one byte of the entries that are still undecided and goes into the one bucket that holds the
 * s-th. O(d) for any data. NaNs have the largest bits: they are added to s, so that they come on top.
 */
export function magnitudeCutoff(v: Float64Array, s: number): MagnitudeCutoff {
  let nans = 0;
  for (let i = 0; i < v.length; i++) if (Number.isNaN(v[i])) nans++;
  if (s === 0) return { cutoff: Number.POSITIVE_INFINITY, ties: 0 };
  if (s + nans >= v.length) return { cutoff: 0, ties: v.length };

  const words = new Uint32Array(v.buffer, v.byteOffset, 2 * v.length);
  const key = [0, 0]; // the cutoff's high and low word, found a byte at a time
  let wanted = s + nans; // how many of the undecided entries are to be kept
  for (const half of [HIGH, LOW]) {
    const fixed = half === LOW;
    const at = fixed ? 1 : 0;
    for (let shift = 24; shift >= 0; shift -= 8) {
      const prefix = (key[at] >>> shift) >>> 8; // two shifts: by 32 at once would be by 0
      counts.fill(0);
      for (let i = 0; i < words.length; i += 2) {
        const high = words[i + HIGH] & MAGNITUDE;
        const word = fixed ? words[i + LOW] : high;
        if ((fixed && high !== key[0]) || (word >>> shift) >>> 8 !== prefix) continue;
        counts[(word >>> shift) & 255]++;
      }
      let byte = 255;
      while (counts[byte] < wanted) wanted -= counts[byte--];
      key[at] = (key[at] | (byte << shift)) >>> 0;
      if (counts[byte] === wanted) return { cutoff: toDouble(key), ties: wanted };
    }
  }
  return { cutoff: toDouble(key), ties: wanted };
}

function toDouble([high, low]: readonly number[]): number {
  wordsOfDouble[HIGH] = high;
  wordsOfDouble[LOW] = low;
  return double[0];
}
