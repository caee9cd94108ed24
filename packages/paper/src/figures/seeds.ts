/** Seeds from 1 on, cut so that several workers have something to do. */
export interface Seeds {
  readonly first: number;
  readonly last: number;
}

/** 1 … seeds in runs of at most `size`. */
export function seedRanges(seeds: number, size: number): Seeds[] {
  const ranges: Seeds[] = [];
  for (let first = 1; first <= seeds; first += size)
    ranges.push({ first, last: Math.min(first + size - 1, seeds) });
  return ranges;
}

/** What f makes of each seed of a range, in order. */
export function eachSeed<T>({ first, last }: Seeds, f: (seed: number) => T): T[] {
  return Array.from({ length: last - first + 1 }, (_, i) => f(first + i));
}
