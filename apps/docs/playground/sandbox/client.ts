import { openFrame } from "./frame.ts";
import type { SandboxJob, SandboxReply } from "./messages.ts";
import { LIMITS } from "./watch.ts";

/** When the watcher itself has not answered for so long, everything is thrown away. */
const LAST_RESORT = LIMITS.start + LIMITS.check + 5_000;

/** The page's side of the sandbox. */
export interface Sandbox {
  /** Runs a job, and ends the one before; `reply` is called for each answer. */
  run(job: SandboxJob, reply: (reply: SandboxReply) => void): void;
  close(): void;
}

/** @param loadCode gives the text of sandbox.ts, bundled; it is called once, before the first job */
export function openSandbox(loadCode: () => Promise<string>): Sandbox {
  let code: Promise<string> | undefined;
  let frame: ReturnType<typeof openFrame> | undefined;
  let id = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function close(): void {
    clearTimeout(timer);
    frame?.close();
    frame = undefined;
  }

  async function run(job: SandboxJob, reply: (reply: SandboxReply) => void): Promise<void> {
    const mine = ++id;
    code ??= loadCode();
    const text = await code;
    if (mine !== id) return; // another job came while the code was loading
    frame ??= openFrame(text);
    clearTimeout(timer);
    timer = setTimeout(() => {
      close();
      reply({ kind: "failed", words: "the sandbox did not answer, and was thrown away" });
    }, LAST_RESORT);
    frame.port.onmessage = ({ data }: MessageEvent<{ id: number; reply: SandboxReply }>) => {
      if (data.id !== mine) return;
      if (data.reply.kind !== "drawn" || job.laws === "skip") clearTimeout(timer);
      reply(data.reply);
    };
    frame.port.postMessage({ id: mine, job });
  }

  return {
    run(job, reply) {
      run(job, reply).catch((error) => {
        code = undefined; // it may load the next time
        reply({ kind: "failed", words: `the sandbox could not be started: ${String(error)}` });
      });
    },
    close() {
      id++;
      close();
    },
  };
}
