import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasBrowser, openBrowser } from "../../../tools/test/browser.ts";
import { faults } from "./faults.ts";
import { open, pages, site } from "./site.ts";

describe.runIf(hasBrowser)("in a browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = (await openBrowser()) as Browser;
  });
  afterAll(() => browser.close());

  // one visit for all, as a visit is what takes the time
  describe.concurrent.for([...pages])("/%s", (path) => {
    test("loads without errors, asks no other host, fits 360 px without moving, and can be read by all in both themes", async ({
      expect,
    }) => {
      const { page, troubles } = await open(browser, path, { width: 360 });
      expect(await page.title()).toMatch(/proxkit/);
      expect(await page.locator("h1").count()).toBe(1);
      const { pictures, score } = await page.evaluate(() => window.moved);
      expect(pictures).toEqual([]);
      expect(score).toBeLessThan(0.05); // what fonts do that come later
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
      await page.setViewportSize({ width: 1280, height: 800 });
      expect(await faults(page, "light")).toEqual([]);
      expect(await faults(page, "dark")).toEqual([]);
      expect(troubles).toEqual([]);
      await page.close();
    });
  });

  test("a page that is not there says so, and leads home", async () => {
    const { page } = await open(browser, "no-such-page.html");
    expect(await page.locator("main, .NotFound").textContent()).toContain("404");
    await page.getByRole("link", { name: "home" }).click();
    await page.waitForURL(site);
    await page.close();
  });

  test("the search finds what a page says, without asking another host", async () => {
    const { page, troubles } = await open(browser, "guide/start.html");
    await page.getByRole("button", { name: "Search" }).first().click();
    await page.getByRole("searchbox").fill("soft thresholding");
    const result = page.locator("#localsearch-list a", { hasText: "l1()" }).first();
    await result.click();
    await page.locator("h1", { hasText: "@proxkit/penalties-l1" }).waitFor();
    expect(troubles).toEqual([]);
    await page.close();
  });
});
