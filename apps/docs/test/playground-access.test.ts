import axe from "axe-core";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { hasBrowser } from "../../../tools/test/browser.ts";
import { playgrounds } from "./playground-page.ts";

const panes = [
  ["penalties", "#penalties?own=yes&value=return%201;", "#pg-pane-penalties .pg-laws li"],
  ["learn", "#learn?step=50", "#pg-pane-learn .pg-checks li"],
  ["data", "#data?source=diabetes", "#pg-pane-data caption"],
] as const;

/** The sum of layout shifts that no input explains. */
const SHIFTS = `
  globalThis.shifts = [];
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries())
      if (!hadRecentInput) shifts.push({ value, moved: sources.map(({ node }) => String(node?.className ?? node?.nodeName)) });
  }).observe({ type: "layout-shift", buffered: true });`;

describe.runIf(hasBrowser)("the playground is for everybody", () => {
  const open = playgrounds();

  async function seriousFindings(page: Page): Promise<string[]> {
    await page.addScriptTag({ content: axe.source });
    const found = (await page.evaluate("axe.run('.pg')")) as axe.AxeResults;
    return found.violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`);
  }

  it.each(
    panes.flatMap(([name, hash, ready]) =>
      (["light", "dark"] as const).map((theme) => [name, theme, hash, ready] as const),
    ),
  )("%s, %s: axe has no serious finding", async (_, colorScheme, hash, ready) => {
    const { page } = await open(hash, { colorScheme });
    await page.locator(ready).first().waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  });

  it.each(panes)("%s at 360 px: no plot shifts, nothing is cut off", async (_, hash, ready) => {
    const { page, troubles } = await open(hash, { viewport: { width: 360, height: 740 } });
    await page.evaluate(SHIFTS);
    await page.locator(ready).first().waitFor();
    await page.waitForTimeout(300);
    const shifts = (await page.evaluate("shifts")) as { value: number; moved: string[] }[];
    const plots = shifts.filter(({ moved }) => moved.some((of) => of.includes("pg-plot")));
    expect(plots).toEqual([]);
    expect(shifts.reduce((sum, { value }) => sum + value, 0)).toBeLessThan(0.1); // "good", web.dev
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360);
    expect(troubles).toEqual([]);
  });

  it("every control has a name, every picture a description", async () => {
    for (const [, hash, ready] of panes) {
      const { page } = await open(hash);
      await page.locator(ready).first().waitFor();
      const controls = await page
        .locator(".pg")
        .locator("button, input, select, textarea, [role=img]")
        .all();
      expect(controls.length).toBeGreaterThan(8);
      const tree = await page.locator(".pg").ariaSnapshot();
      expect(tree).not.toMatch(/- (button|slider|combobox|textbox|img)\s*$/m);
      await page.context().close();
    }
  });
});
