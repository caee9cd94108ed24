/** A sparse matrix by its major index, rows (CSR) or columns (CSC): i has the entries from `starts[i]` to `starts[i + 1]`. */
export interface Compressed {
  readonly starts: Uint32Array;
  /** The minor index of each entry. */
  readonly indices: Uint32Array;
  readonly values: Float64Array;
}

/**
 * The same entries by the other index, in which those of one index ascend and equal ones keep their order.
 *
 * @param minors how many there are of the other index
 */
export function turn({ starts, indices, values }: Compressed, minors: number): Compressed {
  const turned = {
    starts: new Uint32Array(minors + 1),
    indices: new Uint32Array(indices.length),
    values: new Float64Array(indices.length),
  };
  for (const index of indices) turned.starts[index + 1]++;
  for (let i = 0; i < minors; i++) turned.starts[i + 1] += turned.starts[i];
  const next = turned.starts.slice();
  for (let major = 0; major + 1 < starts.length; major++)
    for (let k = starts[major]; k < starts[major + 1]; k++) {
      const to = next[indices[k]]++;
      turned.indices[to] = major;
      turned.values[to] = values[k];
    }
  return turned;
}

/** Neighbours with the same index made one, their sum. */
export function sumDuplicates({ starts, indices, values }: Compressed): Compressed {
  const summed = { starts: starts.slice(), indices: indices.slice(), values: values.slice() };
  let to = 0;
  for (let major = 0; major + 1 < starts.length; major++) {
    const first = to;
    for (let k = starts[major]; k < starts[major + 1]; k++) {
      if (to > first && summed.indices[to - 1] === indices[k]) summed.values[to - 1] += values[k];
      else {
        summed.indices[to] = indices[k];
        summed.values[to++] = values[k];
      }
    }
    summed.starts[major] = first;
  }
  summed.starts[starts.length - 1] = to;
  return {
    starts: summed.starts,
    indices: summed.indices.subarray(0, to),
    values: summed.values.subarray(0, to),
  };
}

/** Those entries of a matrix that are wanted, each with the minor index that it is given. */
export function reindexed(
  { starts, indices, values }: Compressed,
  keep: (major: number) => boolean,
  minor: (index: number) => number | undefined,
): Compressed {
  const kept = { starts: [0], indices: indices.slice(), values: values.slice() };
  let to = 0;
  for (let major = 0; major + 1 < starts.length; major++) {
    if (!keep(major)) continue;
    for (let k = starts[major]; k < starts[major + 1]; k++) {
      const index = minor(indices[k]);
      if (index === undefined) continue;
      kept.indices[to] = index;
      kept.values[to++] = values[k];
    }
    kept.starts.push(to);
  }
  return {
    starts: Uint32Array.from(kept.starts),
    indices: kept.indices.subarray(0, to),
    values: kept.values.subarray(0, to),
  };
}
