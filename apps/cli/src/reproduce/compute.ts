import type { ReproduceSettings, Section } from "@proxkit/paper";
import { makeBar } from "../output/bar.ts";
import { makeRunner } from "../threads/runner.ts";
import type { AnyPart } from "./parts.ts";
import runTask from "./run-task.ts";

export interface ComputeOptions {
  readonly settings: ReproduceSettings;
  readonly workers: number;
  /** Told of each part once it is finished; what it does is waited for. */
  onSection(section: Section): Promise<void>;
}

/**
 * The sections of parts, by name, from their tasks run in any order. The results are put together in the
 * order of the tasks, so that who ran them does not show.
 *
 * @returns fewer sections than parts if Ctrl-C came first
 */
export async function computeSections(
  parts: readonly AnyPart[],
  { settings, workers, onSection }: ComputeOptions,
): Promise<Map<string, Section>> {
  const work = parts.map((part) => ({ part, tasks: tasksOf(part, settings) }));
  const of = work.reduce((sum, { tasks }) => sum + tasks.length, 0);
  const finished = new Map<string, Section>();
  if (work.length === 0) return finished;
  const runner = await makeRunner({
    workers: Math.min(workers, Math.max(of, 1)),
    file: new URL("run-task.js", import.meta.url),
    here: runTask,
  });
  const bar = makeBar("computing {bar} {value}/{total} tasks", { hideCursor: true });
  let done = 0;
  bar.show(done, of);

  const compute = async ({ part, tasks }: (typeof work)[number]) => {
    const results = await Promise.all(
      tasks.map(async (task) => {
        const result = await runner.run({ part: part.name, task });
        bar.show(++done, of);
        return result;
      }),
    );
    const section = plain(part.section(results, settings));
    await onSection(section);
    finished.set(part.name, section);
  };
  const running = work.map((item) =>
    compute(item).catch((cause) => {
      throw inPart(item.part, cause);
    }),
  );
  const interruption = watchInterrupts();
  try {
    await Promise.race([Promise.all(running), interruption.came]);
  } finally {
    bar.end();
    await runner.end();
    await Promise.allSettled(running); // nothing is written any more after this
    interruption.forget();
  }
  return finished;
}

function tasksOf(part: AnyPart, settings: ReproduceSettings): readonly unknown[] {
  try {
    return part.tasks(settings);
  } catch (cause) {
    throw inPart(part, cause as Error);
  }
}

function inPart({ name }: AnyPart, cause: Error): Error {
  return new Error(`reproduce ${name}: ${cause.message ?? cause}`, { cause });
}

/** As it comes back from a file, so that a section that was kept is not another one. */
function plain(section: Section): Section {
  return JSON.parse(JSON.stringify(section));
}

/** The first Ctrl-C; the second ends the program as ever. */
function watchInterrupts() {
  let forget = () => {};
  const came = new Promise<void>((resolve) => {
    const interrupt = () => resolve();
    process.once("SIGINT", interrupt);
    forget = () => process.off("SIGINT", interrupt);
  });
  return { came, forget };
}
