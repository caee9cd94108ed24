import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasBrowser } from "../../../tools/test/browser.ts";
import { playgrounds, WATCH_FRAMES } from "./playground-page.ts";

describe.runIf(hasBrowser).concurrent("a hostile penalty", () => {
  const open = playgrounds();
  const asked: (string | undefined)[] = [];
  let count = 0;
  const spy = createServer(({ url }, response) => {
    asked.push(url);
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.end("");
  });
  beforeAll(() => new Promise<void>((resolve) => spy.listen(0, "127.0.0.1", resolve)));
  afterAll(() => spy.close());

  /** What the page says of a penalty with this value, and how long it stood still meanwhile. */
  async function said(value: string): Promise<{ text: string; longest: number; heard: boolean }> {
    const { port } = spy.address() as AddressInfo;
    const path = `/${++count}`;
    const code = encodeURIComponent(value.replaceAll("SPY", `http://127.0.0.1:${port}${path}`));
    const { page } = await open("#penalties?show=l1");
    await page.evaluate(WATCH_FRAMES);
    await page.evaluate(`location.hash = "#penalties?show=l1&own=yes&value=${code}"`);
    const answer = page.locator(".pg-write .pg-problem, .pg-laws [role=status]", {
      hasText: /[^.…\s]$|\.$/,
    });
    await answer.first().waitFor();
    const text = (await answer.first().textContent())?.trim() ?? "";
    // and the page still does what it is told
    await page.getByRole("slider", { name: "Step t" }).fill("200");
    await page.locator("caption", { hasText: "At t = 10" }).waitFor();
    const longest = Number(await page.evaluate("longest"));
    await page.context().close();
    return { text, longest, heard: asked.includes(path) };
  }

  it.each<[string, string, RegExp]>([
    ["never returns", "while (true);", /value\(x\) took longer than 2 s/],
    ["throws", "throw new Error('no')", /Error: no/],
    ["throws what never ends", "throw { toString() { while (true); } }", /took longer/],
    ["returns a huge text", "return 'x'.repeat(2 ** 28)", /must return a number/],
    ["throws a huge text", "throw new Error('x'.repeat(2 ** 28))", /^Error: x{500}/],
    [
      "fills the memory",
      "const a = []; for (;;) a.push(new Float64Array(1e5).fill(1));",
      /took longer|worker ended/,
    ],
    ["floods the page with messages", "for (;;) postMessage('x');", /postMessage is not defined/],
    [
      "loops for large numbers alone",
      "if (x > 1e4) for (;;); return Math.abs(x);",
      /laws took longer/,
    ],
    ["spoils the language", "Float64Array.from = () => { for (;;); }; return 1;", /took longer/],
    ["asks the network", "return fetch('SPY')", /fetch is not defined/],
    ["imports from the network", "import('SPY').catch(() => {}); return Math.abs(x);", /laws/],
  ])("that %s does not hold up the page, and is told off", async (_, value, expected) => {
    const { text, longest, heard } = await said(value);
    expect(text).toMatch(expected);
    expect(longest).toBeLessThan(1000); // on a busy machine
    expect(heard).toBe(false);
  });

  it("has nothing to reach out with, and no origin", async () => {
    const { text } = await said(
      "throw new Error(['fetch', 'XMLHttpRequest', 'WebSocket', 'indexedDB', 'caches', 'Worker', 'importScripts', " +
        "'BroadcastChannel', 'navigator', 'location', 'setTimeout', 'onmessage', 'self']" +
        ".filter((name) => globalThis[name] !== undefined).join() + '.')",
    );
    expect(text).toBe("Error: .");
  });
});
