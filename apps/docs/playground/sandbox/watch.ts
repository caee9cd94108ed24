import {
  type EvaluatorMessage,
  LONGEST_TEXT,
  type SandboxJob,
  type SandboxReply,
} from "./messages.ts";

/** What is asked of a worker. */
export type WorkerLike = Pick<Worker, "onmessage" | "onerror" | "postMessage" | "terminate">;

/** How long code may take, in milliseconds. */
export interface Limits {
  /** To start a worker. */
  readonly start: number;
  /** For one call of a function, or a picture. */
  readonly draw: number;
  /** For all laws. */
  readonly check: number;
}

export const LIMITS: Limits = { start: 10_000, draw: 2_000, check: 8_000 };
/** A job has seven messages. Code that sends more has got hold of what it should not have. */
const MOST_MESSAGES = 10;

/**
 * Runs a job in a worker of its own, and ends that worker when it has answered, failed, taken too long, or said what
 * it should not.
 *
 * @param open starts a worker
 * @param reply is called for each answer
 * @returns ends the job early; nothing is answered from then on
 */
export function watch(
  open: () => WorkerLike,
  job: SandboxJob,
  reply: (reply: SandboxReply) => void,
  limits: Limits = LIMITS,
): () => void {
  const worker = open();
  let trying = "the start";
  let messages = 0;
  let timer = setTimeout(tooLong, limits.start, limits.start);

  function end(last?: SandboxReply): void {
    clearTimeout(timer);
    worker.onmessage = null;
    worker.onerror = null;
    worker.terminate();
    if (last) reply(last);
  }

  function tooLong(limit: number): void {
    end({ kind: "failed", words: `${trying} took longer than ${limit / 1000} s, and was stopped` });
  }

  function allow(limit: number): void {
    clearTimeout(timer);
    timer = setTimeout(tooLong, limit, limit);
  }

  worker.onmessage = ({ data }) => {
    const message = data as EvaluatorMessage;
    if (++messages > MOST_MESSAGES) {
      end({ kind: "failed", words: "it sent messages of its own, and was stopped" });
      return;
    }
    switch (message?.kind) {
      case "ready":
        worker.postMessage(job);
        return allow(limits.draw);
      case "trying":
        trying = String(message.what).slice(0, LONGEST_TEXT);
        return allow(trying.includes("laws") ? limits.check : limits.draw);
      case "drawn":
        return job.laws === "skip" ? end(message) : reply(message);
      case "checked":
      case "failed":
        return end(message);
      default:
        return end({ kind: "failed", words: "it sent messages of its own, and was stopped" });
    }
  };
  worker.onerror = ({ message }) =>
    end({ kind: "failed", words: `the worker ended: ${String(message).slice(0, LONGEST_TEXT)}` });

  return () => end();
}
