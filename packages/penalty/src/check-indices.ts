/** A copy of the indices; refuses what is no index, or is `taken`, to which it adds them. */
export function checkIndices(
  name: string,
  argument: string,
  indices: ArrayLike<number>,
  taken: Set<number>,
): Uint32Array {
  return Uint32Array.from(indices, (index, n) => {
    if (!(Number.isInteger(index) && index >= 0 && index < 2 ** 32 - 1))
      throw new RangeError(`${name}: ${argument}[${n}] must be an index, received ${index}`);
    if (taken.has(index))
      throw new RangeError(
        `${name}: ${argument}[${n}] must be a new index, received ${index} again`,
      );
    taken.add(index);
    return index;
  });
}
