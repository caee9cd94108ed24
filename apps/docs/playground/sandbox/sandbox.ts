import { evaluate } from "./evaluate.ts";
import { lockDown } from "./lock-down.ts";
import type { EvaluatorMessage, SandboxJob } from "./messages.ts";
import { watch } from "./watch.ts";

/**
 * The script of both workers in the sandbox's frame. The one whose name is "watcher" starts one without a name for
 * each job, ends it, and passes its answers on; so whatever a reader's code does, it does it to that worker alone,
 * and no message of its own reaches the page.
 */
declare const self: WorkerScope;

/** What is asked of a worker's global object: its types and those of a page exclude each other. */
interface WorkerScope {
  readonly name: string;
  onmessage: ((event: MessageEvent) => void) | null;
  postMessage(message: EvaluatorMessage): void;
}

/** What the frame gives to the watcher. */
interface Start {
  /** This script's text. */
  readonly code: string;
  /** To the page: jobs come in, answers go out. */
  readonly port: MessagePort;
}

if (self.name === "watcher")
  self.onmessage = ({ data: { code, port } }: MessageEvent<Start>) => {
    const url = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
    let stop: (() => void) | undefined;
    port.onmessage = ({ data: { id, job } }: MessageEvent<{ id: number; job: SandboxJob }>) => {
      stop?.();
      stop = watch(
        () => new Worker(url),
        job,
        (reply) => port.postMessage({ id, reply }),
      );
    };
  };
else {
  const post = self.postMessage.bind(self);
  self.onmessage = ({ data }: MessageEvent<SandboxJob>) => {
    lockDown();
    evaluate(data, post);
  };
  post({ kind: "ready" });
}
