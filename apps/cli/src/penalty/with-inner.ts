import { createPenalty, type PenaltyPlugin } from "@proxkit/penalty";

/**
 * A plug-in that takes penalties within its penalty as JSON too, as parameters tell of them: name and parameters.
 *
 * @param inner what makes them, by the name of their option
 */
export function withInner(
  plugin: PenaltyPlugin,
  inner: ReadonlyMap<string, PenaltyPlugin>,
): PenaltyPlugin {
  if (inner.size === 0) return plugin;
  const { validate, ...standard } = plugin.options["~standard"];
  const whole = (given: unknown) => {
    const options = { ...(given as Record<string, unknown>) };
    for (const [name, maker] of inner) {
      const told = options[name] as { parameters?: unknown; prox?: unknown } | undefined;
      if (told?.parameters && !told.prox) options[name] = createPenalty(maker, told.parameters);
    }
    return options;
  };
  return {
    ...plugin,
    options: { "~standard": { ...standard, validate: (given) => validate(whole(given)) } },
  };
}
