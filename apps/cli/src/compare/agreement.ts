/**
 * How much two supports have in common: |A ∩ B|/|A ∪ B|, 1 if both are empty (Jaccard).
 *
 * @param a ascending, without repetition
 * @param b likewise
 */
export function agreement(a: readonly number[], b: readonly number[]): number {
  const other = new Set(b);
  const common = a.filter((index) => other.has(index)).length;
  const all = a.length + b.length - common;
  return all === 0 ? 1 : common / all;
}
