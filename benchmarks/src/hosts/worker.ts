import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Checksum } from "../measure/checksum.ts";

/** What a worker is told: one line of JSON, without objects inside, so that C can read it. */
export type Request = Readonly<Record<string, string | number>>;

/** One sample: the mean over as many runs as the least time takes, and the checksum of the last. */
export interface Sample extends Checksum {
  readonly nanoseconds: number;
  readonly runs: number;
}

/** How a host's program is started. */
export interface Launch {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
}

/** A process that loads jobs and times them, until it is closed. */
export interface Worker {
  ask(request: Request): Promise<Record<string, unknown>>;
  /** @param job the number under which it was loaded @param minimum ms */
  time(job: number, minimum: number, settle: boolean): Promise<Sample>;
  close(): void;
}

/** Starts a worker; what goes wrong in it is an error of the request that it was to answer. */
export function startWorker({ command, args, env }: Launch): Worker {
  const child: ChildProcess = spawn(command, args, {
    stdio: ["pipe", "pipe", "pipe"],
    ...(env && { env }),
  });
  const waiting: { resolve(line: string): void; reject(error: Error): void }[] = [];
  let complaint = "";
  let ended: Error | undefined;

  function end(why: string): void {
    const last = complaint.trim().split("\n").slice(-3).join(" | ");
    ended ??= new Error(`${command} ${why}${last === "" ? "" : `: ${last}`}`);
    for (const one of waiting.splice(0)) one.reject(ended);
  }

  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    complaint = (complaint + text).slice(-4000);
  });
  if (child.stdout)
    createInterface({ input: child.stdout }).on("line", (line) => {
      if (line.startsWith("{")) waiting.shift()?.resolve(line); // libraries greet on stdout, too
    });
  child.stdin?.on("error", () => {}); // "close" says more
  child.on("error", ({ message }) => end(message));
  child.on("close", (status, signal) => end(`ended (${signal ?? status})`));

  async function ask(request: Request): Promise<Record<string, unknown>> {
    if (ended) throw ended;
    const line = new Promise<string>((resolve, reject) => waiting.push({ resolve, reject }));
    child.stdin?.write(`${JSON.stringify(request)}\n`);
    const answer = JSON.parse(await line) as Record<string, unknown>;
    if (typeof answer.error === "string") throw new Error(answer.error);
    return answer;
  }

  return {
    ask,
    async time(job, minimum, settle) {
      const answer = await ask({ do: "time", job, minimum, settle: settle ? 1 : 0 });
      return answer as unknown as Sample;
    },
    close() {
      child.kill();
    },
  };
}
