import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Calm } from "../measure/calm.ts";
import type { Race, RaceResult, Trace } from "./race.ts";

const run = promisify(execFile);

export interface HoldOptions {
  readonly size: "full" | "quick";
  readonly calm?: Calm | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Called before each method starts. */
  readonly onMethod?: ((done: number, of: number, words: string) => void) | undefined;
}

/** Runs the methods of a race one after the other, each in a process of its own. */
export async function hold(race: Race, options: HoldOptions): Promise<RaceResult> {
  const { size, calm, signal, onMethod } = options;
  const methods = Object.keys(race.entrants);
  const traces: Trace[] = [];
  const failures: { method: string; says: string }[] = [];
  for (const [i, method] of methods.entries()) {
    await calm?.wait();
    onMethod?.(i, methods.length, `race ${race.name}: ${method}`);
    try {
      const { stdout } = await run(process.execPath, worker(size, race.name, method), {
        env: environment(),
        maxBuffer: 2 ** 26,
        ...(signal && { signal }),
      });
      traces.push(JSON.parse(stdout) as Trace);
    } catch (error) {
      signal?.throwIfAborted();
      failures.push({ method, says: error instanceof Error ? error.message : String(error) });
    }
  }
  const { name, title } = race;
  return { name, title, traces, failures };
}

/** This very Node, on the sources if we are among them. */
function worker(...args: readonly string[]): string[] {
  const here = import.meta.url;
  const source = here.endsWith(".ts");
  const program = fileURLToPath(new URL(`./race-worker.${source ? "ts" : "js"}`, here));
  return [...(source ? ["--conditions=@proxkit/source"] : []), program, ...args];
}

/** vitest's options are not for workers. */
function environment(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _, ...env } = process.env;
  return env;
}
