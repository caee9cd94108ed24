/** So many numbers, evenly from one to the other, the same on both sides of 0. */
export function grid(from: number, to: number, points: number): Float64Array {
  const last = points - 1;
  return Float64Array.from({ length: points }, (_, i) => {
    if (i === 0) return from;
    if (i === last) return to;
    const exact = (from * (last - i) + to * i) / last;
    return Number.isFinite(exact) ? exact : from * ((last - i) / last) + to * (i / last);
  });
}

/** The grid with more numbers sorted in, those outside of it left out. */
export function refine(base: Float64Array, more: readonly number[]): Float64Array {
  const inside = more.filter((x) => x > base[0] && x < base[base.length - 1]);
  return Float64Array.from(new Set([...base, ...inside])).sort();
}
