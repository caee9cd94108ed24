import axe from "axe-core";
import type { Page } from "playwright-core";

const still = "*, *::before, *::after { transition: none !important; }";

/**
 * What axe-core finds that keeps people from reading or using the page as it is, in a theme: serious and critical
 * findings, each with the first element that it is about.
 */
export async function faults(page: Page, theme: "light" | "dark"): Promise<readonly string[]> {
  if (await page.evaluate(() => !("axe" in window))) {
    await page.addStyleTag({ content: still }); // else colours are on their way
    await page.evaluate(axe.source);
  }
  await page.evaluate(
    (dark) => document.documentElement.classList.toggle("dark", dark),
    theme === "dark",
  );
  // a theme changes colours alone
  const options: axe.RunOptions = theme === "dark" ? { runOnly: ["color-contrast"] } : {};
  return await page.evaluate(async (options) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      ...options,
      resultTypes: ["violations"],
    });
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, nodes }) => `${id}, ${nodes.length} times, first: ${nodes[0].html}`);
  }, options);
}
