import { createPenalty, type Penalty, type PenaltyPlugin, readOptions } from "@proxkit/penalty";
import { assertPenalty } from "./assert-penalty.ts";
import { type Guarded, guarded } from "./guarded.ts";

/** A penalty, and the same made again from its parameters. */
export interface Remade {
  /** What it was made with, such as "made with c = 2"; nothing for the penalty under examination. */
  readonly made: string;
  readonly name: string;
  /** Its parameters as JSON. */
  readonly parameters: string;
  readonly methods: Guarded;
  /** What the plug-in makes of the parameters, or what it throws. */
  readonly again: (Guarded & { readonly name: string }) | { readonly refusal: string };
}

/**
 * Makes a penalty again from its parameters, after they went through JSON; and others of its kind, each with
 * one number among the options changed: an option that is not among the parameters may have its default.
 */
export function remade(penalty: Penalty, plugin: PenaltyPlugin): readonly Remade[] {
  const others = changedOptions(penalty, plugin).flatMap(({ made, options }) => {
    try {
      return [pair(made, createPenalty(plugin, options), plugin)];
    } catch {
      return []; // the plug-in does not take it
    }
  });
  return [pair("", penalty, plugin), ...others];
}

function pair(made: string, penalty: Penalty, plugin: PenaltyPlugin): Remade {
  const parameters = JSON.stringify(penalty.parameters);
  return { made, name: penalty.name, parameters, methods: guarded(penalty), again: again() };

  function again(): Remade["again"] {
    try {
      const twin = createPenalty(plugin, JSON.parse(parameters));
      assertPenalty(twin);
      return { name: twin.name, ...guarded(twin) };
    } catch (error) {
      return { refusal: error instanceof Error ? error.message : String(error) };
    }
  }
}

interface Changed {
  readonly made: string;
  readonly options: Readonly<Record<string, unknown>>;
}

function changedOptions({ parameters }: Penalty, plugin: PenaltyPlugin): readonly Changed[] {
  try {
    const given = JSON.parse(JSON.stringify(parameters));
    const known = readOptions(plugin.name, plugin.options, given) as Record<string, unknown>;
    return Object.entries(known).flatMap(([name, x]) => {
      if (typeof x !== "number" || !Number.isFinite(x)) return [];
      const changed = [2 * x, x / 2, x + 1].filter((y) => y !== x);
      return changed.map((y) => ({
        made: `made with ${name} = ${y}`,
        options: { ...given, [name]: y },
      }));
    });
  } catch {
    return []; // told of the penalty itself
  }
}
