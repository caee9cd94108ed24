import type { Readable } from "node:stream";
import { UsageError } from "../usage-error.ts";

/** Characters in a line: a file without line ends must not fill the memory. */
export const LONGEST_LINE = 2 ** 28;

/** The lines of a stream, some at a time, without \n; a \r before it stays. */
export async function* lines(input: Readable, source: string): AsyncGenerator<readonly string[]> {
  let pieces: string[] = [];
  let length = 0;
  for await (const chunk of input.setEncoding("utf8")) {
    const parts = (chunk as string).split("\n");
    pieces.push(parts[0]);
    length += parts[0].length;
    if (length > LONGEST_LINE)
      throw new UsageError(`${source}: has a line of more than ${LONGEST_LINE} characters`);
    if (parts.length === 1) continue;
    parts[0] = pieces.join("");
    const rest = parts.pop() ?? "";
    pieces = [rest];
    length = rest.length;
    yield parts;
  }
  const last = pieces.join("");
  if (last !== "") yield [last];
}
