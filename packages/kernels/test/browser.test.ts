import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasBrowser, openBrowser } from "../../../tools/test/browser.ts";
import { runInPage } from "../../../tools/test/page.ts";
import { everyKernel } from "./every-kernel.ts";

/** The same work in a page; what it gives is compared with what Node gives. */
const script = (body: string) => `
  import * as kernels from "@proxkit/kernels";
  ${everyKernel}
  ${body}`;

describe.skipIf(!hasBrowser)("in headless Chromium (skipped where none is found)", () => {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  const run = (body: string, isolated: boolean) => {
    if (browser === undefined) throw new Error("no Chromium could be started");
    return runInPage(browser, script(body), isolated);
  };

  it("every kernel has the bits that it has in Node, in both engines, and nothing is fetched", async () => {
    const page = await run(
      `report({ simd: everyKernel(kernels, "simd"), scalar: everyKernel(kernels, "scalar") });`,
      false,
    );
    const kernels = await import("@proxkit/kernels");
    const work = new Function(`${everyKernel}; return everyKernel;`)();
    const [simd, scalar] = [work(kernels, "simd"), work(kernels, "scalar")];
    expect(simd.length).toBeGreaterThan(100);
    expect(scalar).toEqual(simd);
    expect(page).toEqual({ report: { simd, scalar }, troubles: [] });
  });

  it("threads are refused on a page that is not isolated, with the reason", async () => {
    const { report } = await run("report(kernels.threadsRefused());", false);
    expect(report).toMatch(/^the page is not cross-origin isolated/);
  });

  it("threads work on a page that is isolated, and give the bits of Node", async () => {
    const body = `
      const pass = onThreads(kernels, 2);
      const early = evaluated(pass);
      await new Promise((resolve) => setTimeout(resolve, 500));
      report({ why: kernels.threadsRefused() ?? null, early, late: Array.from({ length: 20 }, () => evaluated(pass)) });`;
    const { report, troubles } = await run(body, true);
    const kernels = await import("@proxkit/kernels");
    const expected = new Function(
      "kernels",
      `${everyKernel}; const pass = onThreads(kernels, 2); const e = evaluated(pass); pass.free(); return e;`,
    )(kernels);
    expect(report).toEqual({ why: null, early: expected, late: new Array(20).fill(expected) });
    expect(troubles.filter((trouble) => !trouble.includes("blob:"))).toEqual([]);
  });
});
