import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, inject } from "vitest";
import { openBrowser } from "../../../tools/test/browser.ts";

/** The playground in a browser, and what went wrong on it. */
export interface OpenPlayground {
  readonly page: Page;
  /** Errors on the page or its console, and requests to other hosts or without an answer. */
  readonly troubles: readonly string[];
}

/** A browser for the tests of a file; call it where tests are collected. */
export function playgrounds(): (
  hash: string,
  options?: BrowserContextOptions,
) => Promise<OpenPlayground> {
  const site = inject("site");
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await openBrowser();
    const answer = await fetch(site); // waits until the site is built
    if (!answer.ok) throw new Error(await answer.text());
  });
  afterAll(() => browser?.close());

  return async (hash, options = {}) => {
    if (!browser) throw new Error("no Chromium could be started");
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      ...options,
    });
    const page = await context.newPage();
    const troubles: string[] = [];
    page.on("pageerror", ({ message }) => troubles.push(`error: ${message}`));
    page.on("console", (message) => {
      if (message.type() === "error") troubles.push(`console: ${message.text()}`);
    });
    page.on("requestfailed", (request) => troubles.push(`failed: ${request.url()}`));
    page.on("request", (request) => {
      const url = request.url();
      // blob: and data: stay on the page
      if (url.startsWith("http") && !url.startsWith(site)) troubles.push(`other host: ${url}`);
      if (request.method() !== "GET") troubles.push(`sent something: ${request.method()} ${url}`);
    });
    await page.goto(`${site}playground.html${hash}`);
    await page.getByRole("tablist").waitFor();
    return { page, troubles };
  };
}

/** Counts the longest time, in ms, for which the page does not come to draw, as `longest`. */
export const WATCH_FRAMES = `
  globalThis.longest = 0;
  let last = performance.now();
  (function frame() {
    const now = performance.now();
    globalThis.longest = Math.max(globalThis.longest, now - last);
    last = now;
    requestAnimationFrame(frame);
  })();`;

/** Numbers that a table tells, with all their digits, row by row. */
export async function tableNumbers(page: Page, caption: RegExp): Promise<number[][]> {
  const rows = await page
    .locator("table", { has: page.locator("caption", { hasText: caption }) })
    .locator("tbody tr")
    .all();
  return Promise.all(
    rows.map(async (row) => {
      const cells = await row.locator("[data-value]").all();
      return Promise.all(cells.map(async (cell) => Number(await cell.getAttribute("data-value"))));
    }),
  );
}
