import type { CheckedOptions } from "./group-options.ts";

/** Where the groups of a vector are: group g is at the positions start(g) to start(g + 1) − 1 of `order`. */
export interface Layout {
  /** The coordinates, group after group; undefined for all of them as they come. */
  readonly order: Uint32Array | undefined;
  start(g: number): number;
  /** How many groups a vector of length d has. @throws RangeError if d does not fit */
  count(argument: string, d: number): number;
}

export function layoutOf({ size, groups, weights }: CheckedOptions): Layout {
  if (groups) return listed(groups);
  return equal(size, typeof weights === "string" ? undefined : weights.length);
}

/** Groups of one size that follow each other, `wanted` of them if there is a weight for each. */
function equal(size: number, wanted: number | undefined): Layout {
  return {
    order: undefined,
    start: (g) => g * size,
    count(argument, d) {
      const fits = wanted === undefined ? d % size === 0 : d === wanted * size;
      if (!fits)
        throw new RangeError(
          `group: ${argument} must have length ${wanted === undefined ? `a multiple of ${size}` : wanted * size}, received ${d}`,
        );
      return d / size;
    },
  };
}

/** Groups of listed indices, in vectors that have room for them. */
function listed(groups: readonly ArrayLike<number>[]): Layout {
  const starts = new Uint32Array(groups.length + 1);
  groups.forEach((indices, g) => {
    starts[g + 1] = starts[g] + indices.length;
  });
  const order = new Uint32Array(starts[groups.length]);
  groups.forEach((indices, g) => {
    order.set(indices, starts[g]);
  });
  const least = order.reduce((d, index) => Math.max(d, index + 1), 0);
  return {
    order,
    start: (g) => starts[g],
    count(argument, d) {
      if (!(d >= least))
        throw new RangeError(`group: ${argument} must have length ${least} or more, received ${d}`);
      return groups.length;
    },
  };
}
