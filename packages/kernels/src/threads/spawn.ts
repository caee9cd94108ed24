import { type NodeWorker, platform } from "../platform.ts";

/** A worker that runs. */
export interface Spawned {
  /** Why it ended, once it has. */
  readonly ended: string | undefined;
  terminate(): void;
}

/** Starts a worker on a text; it does not keep a process alive. */
export function spawn(source: string, data: unknown): Spawned {
  // Looked up at run time: a static import would break browsers, and a dynamic one is not there at once.
  const node = platform().process?.getBuiltinModule?.("node:worker_threads");
  return node ? inNode(node.Worker, source, data) : inBrowser(source, data);
}

function inNode(
  Worker: new (source: string, options: object) => NodeWorker,
  source: string,
  workerData: unknown,
): Spawned {
  let ended: string | undefined;
  const worker = new Worker(source, { eval: true, workerData, execArgv: [] });
  worker.unref();
  worker.on("error", (error) => {
    ended ??= error.message;
  });
  worker.on("exit", (code) => {
    ended ??= `it ended with code ${code}`;
  });
  return {
    get ended() {
      return ended;
    },
    terminate: () => worker.terminate(),
  };
}

function inBrowser(source: string, data: unknown): Spawned {
  let ended: string | undefined;
  const { Blob, URL, Worker } = platform();
  const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  const worker = new Worker(url);
  worker.onerror = (event) => {
    ended ??= event.message || "its script was refused";
  };
  worker.postMessage(data);
  return {
    get ended() {
      return ended;
    },
    terminate: () => {
      URL.revokeObjectURL(url);
      worker.terminate();
    },
  };
}
