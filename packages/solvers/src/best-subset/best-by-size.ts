/** What a search of all subsets has found for each size. */
export interface Proof {
  /** For each size from 0 on the best choice of at most so many. */
  readonly chosen: readonly Uint32Array[];
  /** For each size whether it is proven that none is better. */
  readonly proven: readonly boolean[];
}

/** The best known losses by size, for branch and bound. */
export interface BestBySize {
  /** Takes a choice of `size` columns if it is better than what is known. */
  offer(size: number, loss: number, chosen: () => Uint32Array): void;
  /** Whether subsets of which none is below the bound can be better for a size asked for, between the two. */
  isOpen(bound: number, least: number, most: number): boolean;
  /** Subsets that were not looked at, though they were open. */
  leave(bound: number, least: number, most: number): void;
  proof(): Proof;
}

/**
 * @param sizes those asked for
 * @param most the largest size
 * @param tie less than this makes no choice better
 */
export function bestBySize(sizes: Iterable<number>, most: number, tie: number): BestBySize {
  const asked = new Uint8Array(most + 1);
  for (const s of sizes) asked[Math.min(s, most)] = 1;
  const best = new Float64Array(most + 1).fill(Number.POSITIVE_INFINITY);
  const chosen: Uint32Array[] = Array.from(best, () => new Uint32Array(0));
  const proven = Array.from(best, () => true);

  function offer(size: number, loss: number, choice: () => Uint32Array): void {
    if (!(loss < best[size] - tie)) return;
    const taken = choice();
    for (let s = size; s <= most && loss < best[s] - tie; s++) {
      best[s] = loss; // at most s: more columns are never worse
      chosen[s] = taken;
    }
  }

  /** best falls with the size, so that the first size asked for decides. */
  function isOpen(bound: number, from: number, to: number): boolean {
    for (let s = from; s <= to; s++) if (asked[s]) return bound < best[s] - tie;
    return false;
  }

  function leave(bound: number, from: number, to: number): void {
    for (let s = from; s <= to; s++) if (asked[s] && bound < best[s] - tie) proven[s] = false;
  }

  return { offer, isOpen, leave, proof: () => ({ chosen, proven }) };
}
