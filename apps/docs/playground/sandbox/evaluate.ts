import { checkPenalty, type LawResult } from "@proxkit/penalty-laws";
import { levelLines } from "../penalties/level-lines.ts";
import { samplePenalty } from "../penalties/sample-penalty.ts";
import { type EvaluatorMessage, type LawLine, LONGEST_TEXT, type SandboxJob } from "./messages.ts";
import { writePenalty } from "./write-penalty.ts";

/**
 * Makes the penalty that a reader wrote, tries it, draws it and holds it to the laws, and posts what it finds.
 *
 * Its functions may throw or never return: the first is told, the second is the watcher's business, who hears what is
 * tried next.
 */
export function evaluate(job: SandboxJob, post: (message: EvaluatorMessage) => void): void {
  try {
    const penalty = writePenalty(job.written);
    post({ kind: "trying", what: "value(x)" });
    penalty.scalar.value(1);
    post({ kind: "trying", what: "prox(v, t)" });
    penalty.scalar.prox(1, job.request.t);
    post({ kind: "trying", what: "threshold(t)" });
    penalty.scalar.threshold(job.request.t);
    post({ kind: "trying", what: "the picture" });
    const sampled = samplePenalty(penalty, job.request);
    post({ kind: "drawn", sampled, levels: levelLines(penalty, job.radii) });
    if (job.laws === "skip") return;
    post({ kind: "trying", what: "the check of the laws" });
    post({ kind: "checked", laws: checkPenalty(penalty).map(lineOf) });
  } catch (error) {
    post({ kind: "failed", words: wordsOf(error) });
  }
}

function lineOf({ name, outcome, reason, violation }: LawResult): LawLine {
  return { name, outcome, words: cut(violation ? caseOf(violation.message) : (reason ?? "")) };
}

/** What is wrong, the case and its numbers: without the names, which are known, and the seed, of no use here. */
function caseOf(message: string): string {
  const [head, ...lines] = message.split("\n");
  const claim = head.slice(head.indexOf('": ') + 3);
  return [claim, ...lines.filter((line) => !line.startsWith("  again:"))].join("\n");
}

/** A reader's code may throw anything, also what throws when it is looked at. */
function wordsOf(error: unknown): string {
  try {
    return cut(String(error));
  } catch {
    return "it threw something that cannot be shown";
  }
}

function cut(text: unknown): string {
  return String(text).slice(0, LONGEST_TEXT);
}
