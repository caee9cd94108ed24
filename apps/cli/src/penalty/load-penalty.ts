import { createPenalty, type Penalty, type PenaltyPlugin } from "@proxkit/penalty";
import { didYouMean } from "../nearest.ts";
import { UsageError } from "../usage-error.ts";
import { builtInNames, PREFIX } from "./built-in.ts";
import { importFrom, NotFound, resolves } from "./import-from.ts";
import { Inner, type PenaltySpec, parseSpec } from "./parse-spec.ts";
import { withInner } from "./with-inner.ts";

/** A penalty, and how to find it again. */
export interface LoadedPenalty {
  readonly penalty: Penalty;
  /** The module as the user named it: "tl1", "./mine.ts", "some-package". */
  readonly module: string;
  /** What made it, and makes it again from its parameters. */
  readonly plugin: PenaltyPlugin;
}

/**
 * Finds and makes the penalty that the user names. A bare name is looked for as @proxkit/penalties-NAME
 * beside this application, then as an npm module from the working directory; a path from there too.
 *
 * @param from what the user gave it as, for errors
 */
export async function loadPenalty(text: string, from = "--penalty"): Promise<LoadedPenalty> {
  return await make(parseSpec(text, from), text, from);
}

async function make(spec: PenaltySpec, text: string, from: string): Promise<LoadedPenalty> {
  const plugin = await loadPlugin(spec, from);
  const options: Record<string, unknown> = { ...spec.options };
  const inner = new Map<string, PenaltyPlugin>();
  for (const [name, value] of Object.entries(spec.options)) {
    if (!(value instanceof Inner)) continue;
    const made = await make(parseSpec(value.text, from), value.text, from);
    options[name] = made.penalty;
    inner.set(name, made.plugin);
  }
  let penalty: Penalty;
  try {
    penalty = createPenalty(plugin, options);
  } catch (error) {
    const reason = error instanceof Error ? error.message : error;
    throw new UsageError(`${from} ${text}: ${reason}`, { cause: error });
  }
  checkKind(penalty, `${from} ${text}`);
  checkParameters(penalty, `${from} ${text}`);
  return { penalty, module: spec.module, plugin: withInner(plugin, inner) };
}

/** Refuses what is no penalty at all, or has no name to be told by. */
function checkKind(given: unknown, whose: string): void {
  if (given instanceof Promise)
    throw new UsageError(`${whose}: create must return a penalty, returned a promise`);
  if (typeof given !== "object" || given === null)
    throw new UsageError(`${whose}: create must return a penalty, returned ${String(given)}`);
  const { name } = given as Partial<Penalty>;
  if (typeof name !== "string")
    throw new UsageError(
      `${whose}: create must return a penalty whose name is a string, returned one whose name is ${
        name === undefined ? "missing" : JSON.stringify(name)
      }`,
    );
}

/** Refuses parameters that JSON cannot write, as models and reports do. */
function checkParameters({ parameters }: Penalty, whose: string): void {
  try {
    JSON.stringify(parameters);
  } catch (error) {
    const reason = error instanceof Error ? error.message : error;
    throw new UsageError(`${whose}: its parameters must be JSON: ${reason}`, { cause: error });
  }
}

async function loadPlugin({ module }: PenaltySpec, from: string): Promise<PenaltyPlugin> {
  const own = PREFIX + module;
  const short = /^[\w-]+$/.test(module) && resolves(own);
  const loaded = short ? await import(own) : await load(module, from);
  const plugin = loaded?.default;
  if (plugin === undefined)
    throw new UsageError(
      `${from} ${module}: the module has no default export; expected definePenalty({ … })`,
    );
  const { name, options, create } = plugin ?? {};
  if (
    typeof name !== "string" ||
    typeof options?.["~standard"]?.validate !== "function" ||
    typeof create !== "function"
  )
    throw new UsageError(
      `${from} ${module}: the default export is not a penalty; expected definePenalty({ name, options, create })`,
    );
  return plugin;
}

async function load(module: string, from: string): Promise<{ default?: PenaltyPlugin }> {
  try {
    return await importFrom(process.cwd(), module);
  } catch (error) {
    if (!(error instanceof NotFound))
      throw new UsageError(
        `${from} ${module}: the module failed to load: ${error instanceof Error ? error.message : error}`,
        { cause: error },
      );
    if (module.startsWith(PREFIX) && resolves(module)) return await import(module);
    const names = builtInNames();
    throw new UsageError(
      `${from} ${module}: no such penalty, module or file${didYouMean(module, names)}; built in: ${names.join(", ")}`,
      { cause: error },
    );
  }
}
