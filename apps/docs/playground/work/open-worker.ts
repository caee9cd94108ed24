import { type Remote, wrap } from "comlink";
import type { PlaygroundWork } from "./playground-work.ts";

/** A pane's worker. */
export interface Workshop {
  readonly work: Remote<PlaygroundWork>;
  /** Ends it, whatever it is doing. */
  close(): void;
}

/** Starts a worker for a pane: what one pane computes does not hold up another. */
export function openWorker(): Workshop {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  return { work: wrap<PlaygroundWork>(worker), close: () => worker.terminate() };
}
