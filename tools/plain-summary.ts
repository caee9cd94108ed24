import type { Reporter, TestModule } from "vitest/node";

/** Ends the run with the plain line `N passed, N failed, N skipped`. */
export default class PlainSummary implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const count = { passed: 0, failed: errors.length, skipped: 0, pending: 0 };
    for (const module of modules) {
      if (module.state() === "failed" && module.errors().length > 0) count.failed++;
      for (const test of module.children.allTests()) count[test.result().state]++;
    }
    const skipped = count.skipped + count.pending;
    // after the default reporter's own summary, as the last line of the run
    process.once("exit", () => {
      console.log(`${count.passed} passed, ${count.failed} failed, ${skipped} skipped`);
    });
  }
}
