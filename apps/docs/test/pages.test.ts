import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { hasBrowser, openBrowser } from "../../../tools/test/browser.ts";

const site = inject("site");
let browser: Browser | undefined;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

test.runIf(hasBrowser)("the first page says what it is", async () => {
  const page = await browser?.newPage();
  await page?.goto(site);
  expect(await page?.title()).toContain("proxkit");
});
