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
  return { penalty: checkPenalty(penalty, text), module: spec.module };
}

async function loadPlugin({ module }: PenaltySpec): Promise<PenaltyPlugin> {
  const own = PREFIX + module;
  const loaded = /^[\w-]+$/.test(module) && resolves(own) ? await import(own) : await load(module);
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
        `--penalty ${module}: the module failed to load: ${(error as Error).message}`,
        { cause: error },
      );
    const names = builtInNames();
    throw new UsageError(
      `--penalty ${module}: no such penalty, module or file${didYouMean(module, names)}; built in: ${names.join(", ")}`,
      { cause: error },
    );
  }
}

/** Refuses what could not be used at all. Whether its prox is right is another question. */
function checkPenalty(penalty: Penalty, text: string): Penalty {
  const probe = Float64Array.of(0.5, 0, -2);
  try {
    const prox = penalty.prox(probe, 0.1);
    if (!(prox instanceof Float64Array) || prox.length !== probe.length)
      throw new Error("prox must return a Float64Array of the length of its input");
    if (typeof penalty.value(probe) !== "number") throw new Error("value must return a number");
    if (typeof penalty.traits?.convex !== "boolean") throw new Error("traits are missing");
  } catch (error) {
    throw new UsageError(`--penalty ${text}: does not work: ${(error as Error).message}`, {
      cause: error,
    });
  }
  return penalty;
}
