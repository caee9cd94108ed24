import { InvalidArgumentError } from "@commander-js/extra-typings";

const MOST = 1e6;

/** Sizes from 1-8 or 1,2,5, rising. */
export function sizes(text: string): number[] {
  const found = new Set<number>();
  for (const part of text.split(",")) {
    const [, from, to = from] = part.match(/^\s*(\d+)\s*(?:-\s*(\d+)\s*)?$/) ?? [];
    const [first, last] = [Number(from), Number(to)];
    if (!(first <= last && last <= MOST))
      throw new InvalidArgumentError(`expected sizes as 1-8 or 1,2,5, received "${text}"`);
    for (let size = first; size <= last; size++) found.add(size);
  }
  return [...found].sort((a, b) => a - b);
}
