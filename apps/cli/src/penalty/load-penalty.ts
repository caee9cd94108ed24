import {
  createPenalty,
  type Penalty,
  PenaltyOptionsError,
  type PenaltyPlugin,
} from "@proxkit/penalty";
import { didYouMean } from "../nearest.ts";
import { UsageError } from "../usage-error.ts";
import { builtInNames, PREFIX } from "./built-in.ts";
import { importFrom, NotFound, resolves } from "./import-from.ts";
import { type PenaltySpec, parseSpec } from "./parse-spec.ts";

/** A penalty, and how to find it again. */
export interface LoadedPenalty {
  readonly penalty: Penalty;
  /** The module as the user named it: "tl1", "./mine.ts", "some-package". */
  readonly module: string;
}

/**
 * Finds and makes the penalty that `--penalty` names. A bare name is looked for as @proxkit/penalties-NAME
 * beside this application, then as an npm module from the working directory; a path from there too.
 */
export async function loadPenalty(text: string): Promise<LoadedPenalty> {
  const spec = parseSpec(text);
  const plugin = await loadPlugin(spec);
  let penalty: Penalty;
  try {
    penalty = createPenalty(plugin, spec.options);
  } catch (error) {
    if (error instanceof PenaltyOptionsError)
      throw new UsageError(`--penalty ${text}: ${error.message}`, { cause: error });
    throw error;
  }
  return { penalty, module: spec.module };
}

async function loadPlugin({ module }: PenaltySpec): Promise<PenaltyPlugin> {
  const own = PREFIX + module;
  const short = /^[\w-]+$/.test(module) && resolves(own);
  const loaded = short ? await import(own) : await load(module);
  const plugin = loaded?.default;
  if (plugin === undefined)
    throw new UsageError(
      `--penalty ${module}: the module has no default export; expected definePenalty({ … })`,
    );
  const { name, options, create } = plugin ?? {};
  if (typeof name !== "string" || !options?.["~standard"] || typeof create !== "function")
    throw new UsageError(
      `--penalty ${module}: the default export is not a penalty; expected definePenalty({ name, options, create })`,
    );
  return plugin;
}

async function load(module: string): Promise<{ default?: PenaltyPlugin }> {
  try {
    return await importFrom(process.cwd(), module);
  } catch (error) {
    if (!(error instanceof NotFound))
      throw new UsageError(
        `--penalty ${module}: the module failed to load: ${error instanceof Error ? error.message : error}`,
        { cause: error },
      );
    if (module.startsWith(PREFIX) && resolves(module)) return await import(module);
    const names = builtInNames();
    throw new UsageError(
      `--penalty ${module}: no such penalty, module or file${didYouMean(module, names)}; built in: ${names.join(", ")}`,
      { cause: error },
    );
  }
}
