/**
 * Moves heights apart until neighbours are at least so far from each other, as little as may be, within two ends.
 *
 * @param wished where each label would be, px
 * @param apart px between two
 * @returns where each is to be, in the order given
 */
export function spreadLabels(
  wished: readonly number[],
  apart: number,
  [top, bottom]: readonly [number, number],
): number[] {
  const order = [...wished.keys()].sort((a, b) => wished[a] - wished[b] || a - b);
  // clusters that touch are merged, and each is centred on the mean of its wishes
  const clusters: { first: number; count: number; sum: number }[] = [];
  const startOf = ({ count, sum }: { count: number; sum: number }) => {
    const size = (count - 1) * apart;
    return Math.min(Math.max(sum / count - size / 2, top), Math.max(top, bottom - size));
  };
  for (const [place, index] of order.entries()) {
    clusters.push({ first: place, count: 1, sum: wished[index] });
    for (let last = clusters.length - 1; last > 0; last--) {
      const [before, here] = [clusters[last - 1], clusters[last]];
      if (startOf(before) + before.count * apart <= startOf(here)) break;
      clusters.splice(last - 1, 2, {
        first: before.first,
        count: before.count + here.count,
        sum: before.sum + here.sum,
      });
    }
  }
  const heights = new Array<number>(wished.length);
  for (const cluster of clusters)
    for (let i = 0; i < cluster.count; i++)
      heights[order[cluster.first + i]] = startOf(cluster) + i * apart;
  return heights;
}
