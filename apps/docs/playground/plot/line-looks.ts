/** What a line looks like; no two are alike without colour. */
export interface LineLook {
  /** A class that sets `color`, one for each theme. */
  readonly colour: string;
  /** px. */
  readonly width: number;
  /** Dash and gap, px; undefined for a solid line. */
  readonly dash?: string;
}

// biome-ignore format: a table
const looks: readonly LineLook[] = [
  { colour: "pg-ink-0", width: 2.75 },
  { colour: "pg-ink-1", width: 2, dash: "7 4" },
  { colour: "pg-ink-2", width: 2, dash: "10 3 2 3" },
  { colour: "pg-ink-3", width: 2.5, dash: "2 3.5" },
  { colour: "pg-ink-4", width: 1.25 },
  { colour: "pg-ink-5", width: 2.25, dash: "14 4" },
  { colour: "pg-ink-6", width: 1.5, dash: "1.5 2.5" },
  { colour: "pg-ink-7", width: 3.75 },
  { colour: "pg-ink-0", width: 2, dash: "8 3 2 3 2 3" },
  { colour: "pg-ink-2", width: 1.25, dash: "3 2" },
  { colour: "pg-ink-3", width: 1.5, dash: "12 3 6 3" },
  { colour: "pg-ink-4", width: 2.5, dash: "5 2" },
  { colour: "pg-ink-1", width: 1.25 },
];

/** @param index counted from 0; after the last look they come again */
export function lineLook(index: number): LineLook {
  return looks[index % looks.length];
}
