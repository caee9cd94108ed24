import { onBeforeUnmount, ref, shallowRef, watch } from "vue";
import type { LevelLine } from "../penalties/level-lines.ts";
import type { SampledPenalty, SampleRequest } from "../penalties/sample-penalty.ts";
import { openSandbox } from "../sandbox/client.ts";
import type { LawLine, WrittenPenalty } from "../sandbox/messages.ts";
import sandboxUrl from "../sandbox/sandbox.ts?bundled";
import type { PenaltiesSettings } from "../state/panes.ts";

/** Typing goes on for so many milliseconds before the code is run. */
const PAUSE = 350;

async function sandboxCode(): Promise<string> {
  const response = await fetch(sandboxUrl);
  if (!response.ok) throw new Error(`${sandboxUrl}: ${response.status}`);
  return response.text();
}

/** What a reader's penalty turns out to be, as it is written. */
export interface Drawn {
  readonly sampled: SampledPenalty;
  readonly levels: readonly LevelLine[];
}

/**
 * Runs the reader's penalty in the sandbox whenever it or the picture changes.
 *
 * @param request what is asked of the picture
 */
export function useOwnPenalty(
  settings: PenaltiesSettings,
  request: () => SampleRequest,
  radii: readonly number[],
) {
  const drawn = shallowRef<Drawn>();
  const laws = shallowRef<readonly LawLine[]>();
  const problem = ref("");
  const busy = ref(false);
  const sandbox = openSandbox(sandboxCode);
  let checked = ""; // the code whose laws are known
  let timer: ReturnType<typeof setTimeout> | undefined;

  function written(): WrittenPenalty {
    const { value, prox, threshold, convex, rho } = settings;
    return { value, prox, threshold, convex: convex === "yes", weakConvexity: rho };
  }

  function run(): void {
    const code = JSON.stringify(Object.values(written()).map(String));
    const isNew = code !== checked;
    if (isNew) laws.value = undefined;
    busy.value = true;
    sandbox.run(
      { written: written(), request: request(), radii, laws: isNew ? "check" : "skip" },
      (reply) => {
        if (reply.kind === "drawn") {
          drawn.value = reply;
          problem.value = "";
          busy.value = isNew;
          return;
        }
        busy.value = false;
        if (reply.kind === "checked") {
          laws.value = reply.laws;
          checked = code;
          return;
        }
        problem.value = reply.words;
        if (!reply.words.includes("laws")) drawn.value = undefined;
      },
    );
  }

  watch(
    () => [settings.own, written(), request()],
    () => {
      clearTimeout(timer);
      if (settings.own === "yes") timer = setTimeout(run, PAUSE);
    },
    { immediate: true, deep: true },
  );
  onBeforeUnmount(() => {
    clearTimeout(timer);
    sandbox.close();
  });
  return { drawn, laws, problem, busy };
}
