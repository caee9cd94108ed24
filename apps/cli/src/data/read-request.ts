import { roomForNumbers } from "./room.ts";
import type { Wanted } from "./table.ts";

export interface ReadOptions {
  /**
   * What is done where a column that is asked for misses a value: the file is refused, or the row left out.
   * Default: "refuse".
   */
  readonly missing?: "refuse" | "drop";
  /** Whether errors may advise `--categorical` and `--drop-missing`. Default: false. */
  readonly advice?: boolean;
  /** How many bytes of numbers a table may have. Default: {@link roomForNumbers}. */
  readonly room?: number;
}

/** What a reader is asked for. */
export interface ReadRequest extends Required<ReadOptions> {
  /** Names the file in messages. */
  readonly source: string;
  readonly wanted: Wanted;
}

export function readRequest(
  source: string,
  wanted: Wanted,
  { missing = "refuse", advice = false, room = roomForNumbers() }: ReadOptions = {},
): ReadRequest {
  return { source, wanted, missing, advice, room };
}
