import type { Box } from "./box.ts";

/** Which squares of a frame are covered; what is outside of it counts as covered. */
export interface Ground {
  isFree(box: Box): boolean;
}

const cell = 2; // px

/** The ground that boxes cover, such that a look at it takes no longer the more there are. */
export function groundOf(frame: Box, boxes: readonly Box[]): Ground {
  const columns = Math.ceil((frame.right - frame.left) / cell) + 1;
  const rows = Math.ceil((frame.bottom - frame.top) / cell) + 1;
  const column = (x: number) => clampTo((x - frame.left) / cell, columns - 1);
  const row = (y: number) => clampTo((y - frame.top) / cell, rows - 1);
  // covered[r][c]: how many squares above r and left of c are covered
  const covered = new Uint32Array((columns + 1) * (rows + 1));
  const at = (r: number, c: number) => r * (columns + 1) + c;
  for (const { left, right, top, bottom } of boxes) {
    if (right < frame.left || left > frame.right || bottom < frame.top || top > frame.bottom)
      continue;
    for (let r = row(top); r <= row(bottom); r++)
      covered.fill(1, at(r + 1, column(left) + 1), at(r + 1, column(right) + 2));
  }
  for (let r = 1; r <= rows; r++)
    for (let c = 1; c <= columns; c++)
      covered[at(r, c)] +=
        covered[at(r - 1, c)] + covered[at(r, c - 1)] - covered[at(r - 1, c - 1)];
  return {
    isFree({ left, right, top, bottom }) {
      if (left < frame.left || right > frame.right || top < frame.top || bottom > frame.bottom)
        return false;
      const [r1, r2, c1, c2] = [row(top), row(bottom) + 1, column(left), column(right) + 1];
      return (
        covered[at(r2, c2)] + covered[at(r1, c1)] === covered[at(r1, c2)] + covered[at(r2, c1)]
      );
    },
  };
}

function clampTo(x: number, last: number): number {
  return Math.min(Math.max(Math.floor(x), 0), last);
}
