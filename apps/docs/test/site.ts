import type { Browser, Page } from "playwright-core";
import { inject } from "vitest";

/** Where the built site is served, with a `/` at its end. */
export const site: string = inject("site");

/** The folder of the built site. */
export const siteFolder: string = inject("siteFolder");

const log = await fetch(new URL("/log", site));
if (!log.ok) throw new Error(await log.text());

/** What the build said. */
export const buildLog: string = await log.text();

/** The pages of the site, by their path: "guide/start.html"; the first page is "". */
export const pages: readonly string[] = Array.from(
  (await (await fetch(`${site}sitemap.xml`)).text()).matchAll(/<loc>([^<]*)<\/loc>/g),
  ([, address]) => new URL(address).pathname.slice(new URL(site).pathname.length),
).sort();

export interface OpenOptions {
  /** px. Default: 1280. */
  readonly width?: number;
  /** Default: light. */
  readonly theme?: "light" | "dark";
}

export interface OpenedPage {
  readonly page: Page;
  /** Errors on the page or its console, requests that failed, and requests to other hosts. */
  readonly troubles: readonly string[];
}

/** Opens a page of the site, until its scripts run and nothing is being loaded. */
export async function open(
  browser: Browser,
  path: string,
  { width = 1280, theme = "light" }: OpenOptions = {},
): Promise<OpenedPage> {
  const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme: theme });
  const troubles: string[] = [];
  page.on("pageerror", ({ message }) => troubles.push(`error: ${message}`));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) troubles.push(`console: ${message.text()}`);
  });
  page.on("requestfailed", (request) => troubles.push(`failed: ${request.url()}`));
  page.on("response", (response) => {
    if (response.status() >= 400) troubles.push(`${response.status()}: ${response.url()}`);
  });
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith("http") && url.host !== new URL(site).host)
      troubles.push(`another host: ${url}`);
  });
  await page.addInitScript(watchShifts);
  await page.goto(site + path, { waitUntil: "networkidle" });
  return { page, troubles };
}

declare global {
  interface Window {
    /** What moved without the reader's doing. */
    moved: {
      /** The sum of the scores of all layout shifts. */
      score: number;
      /** The pictures and plots among what moved. */
      pictures: string[];
    };
  }
}

function watchShifts(): void {
  window.moved = { score: 0, pictures: [] };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as LayoutShift[]) {
      window.moved.score += entry.value;
      for (const { node } of entry.sources)
        if (node instanceof Element && node.closest(".picture, .plot, img, svg, canvas"))
          window.moved.pictures.push(node.outerHTML.slice(0, 200));
    }
  }).observe({ type: "layout-shift", buffered: true });
}

interface LayoutShift extends PerformanceEntry {
  readonly value: number;
  readonly sources: readonly { readonly node?: Node | null }[];
}
