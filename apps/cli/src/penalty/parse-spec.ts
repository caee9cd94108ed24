import { UsageError } from "../usage-error.ts";

/** What `--penalty` was given: a name, module or path, and options. */
export interface PenaltySpec {
  readonly module: string;
  readonly options: Readonly<Record<string, number | string | boolean>>;
}

const OPTIONS = /^(.+?):([A-Za-z_][\w-]*=.*)$/;

/**
 * Reads `tl1`, `tl1:a=1`, `./my-penalty.ts:a=1,b=2`, `C:\mine.ts:a=1`. What follows the colon must look
 * like options, so that a drive's colon is not taken for one.
 */
export function parseSpec(text: string): PenaltySpec {
  const [, module = text, list = ""] = text.match(OPTIONS) ?? [];
  if (module.trim() === "") throw new UsageError(`--penalty: expected a name, received "${text}"`);
  if (/:$/.test(module) || (!list && /^[\w-]+:/.test(module) && !/^[A-Za-z]:[\\/]/.test(module)))
    throw new UsageError(`--penalty ${text}: expected options as in tl1:a=1 after the colon`);
  const options = new Map<string, number | string | boolean>();
  for (const pair of list ? list.split(",") : []) {
    const [, name, value] = pair.match(/^([\w-]+)=(.+)$/) ?? [];
    if (!name) throw new UsageError(`--penalty ${text}: expected name=value, received "${pair}"`);
    if (options.has(name)) throw new UsageError(`--penalty ${text}: ${name} is given twice`);
    options.set(name, toValue(value));
  }
  return { module, options: Object.fromEntries(options) };
}

function toValue(text: string): number | string | boolean {
  if (text === "true" || text === "false") return text === "true";
  return Number.isNaN(Number(text)) ? text : Number(text);
}
