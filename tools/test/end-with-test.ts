import type { ChildProcess } from "node:child_process";
import { onTestFinished, TestRunner } from "vitest";

const running = new Set<ChildProcess>();

/**
 * Ends a program with the test that started it, should that time out, and with vitest at the latest. Of tests that
 * run at once vitest does not know which one that is.
 */
export function endWithTest<Child extends ChildProcess>(child: Child): Child {
  running.add(child);
  child.once("close", () => running.delete(child));
  const test = TestRunner.getCurrentTest();
  if (test && !test.concurrent) onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}

function endAll(): void {
  for (const child of running) child.kill("SIGKILL");
}

process.on("exit", endAll).on("disconnect", endAll);
process.once("SIGTERM", () => process.exit(143)); // which else would end this process without a word
