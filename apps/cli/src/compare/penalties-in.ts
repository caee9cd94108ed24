import { UsageError } from "../usage-error.ts";

/** The penalties of a list: `l1,tl1:a=1,mcp`. A part that is name=value belongs to the penalty before it. */
export function penaltiesIn(list: string): string[] {
  const specs: string[] = [];
  let depth = 0;
  for (const part of list.split(",")) {
    const continues = depth > 0 || (specs.length > 0 && /^\s*[A-Za-z_][\w-]*=/.test(part));
    if (continues) specs[specs.length - 1] += `,${part}`;
    else specs.push(part.trim());
    for (const bracket of part.match(/[()[\]{}]/g) ?? []) depth += /[([{]/.test(bracket) ? 1 : -1;
  }
  const twice = specs.find((spec, i) => specs.indexOf(spec) !== i);
  if (twice !== undefined) throw new UsageError(`--penalties: ${twice} is given twice`);
  if (specs.length < 2)
    throw new UsageError(
      `--penalties ${list}: expected at least two, separated by commas, as l1,mcp,tl1:a=1`,
    );
  return specs;
}
