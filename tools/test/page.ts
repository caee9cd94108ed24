import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser } from "playwright-core";
import { build, type Rolldown } from "vite";
import { root } from "./run.ts";

/** The script as one file with everything that it imports, as a bundler makes it for a page. */
async function bundled(script: string): Promise<string> {
  const entry = "\0entry"; // no file: Rollup's mark of a module that a plug-in makes up
  const { output } = (await build({
    root,
    configFile: false,
    logLevel: "silent",
    plugins: [
      {
        name: "entry",
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? script : null),
      },
    ],
    build: { write: false, target: "es2023", rolldownOptions: { input: entry } },
  })) as Rolldown.RolldownOutput;
  if (output.length !== 1) throw new Error(`bundled: one file expected, received ${output.length}`);
  return output[0].code;
}

export interface PageRun {
  /** What the script gave to `report`. */
  readonly report: unknown;
  /** Requests for anything but the page and its script. */
  readonly troubles: readonly string[];
}

/**
 * Runs a script in a page of its own on a loopback port, until it calls `report(something)`; an error on the page
 * is an error here.
 *
 * @param isolated whether the page is cross-origin isolated
 */
export async function runInPage(
  browser: Browser,
  script: string,
  isolated: boolean,
): Promise<PageRun> {
  const code = await bundled(script);
  const headers = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
  };
  const server = createServer(({ url }, response) => {
    for (const [name, value] of Object.entries(isolated ? headers : {}))
      response.setHeader(name, value);
    response.setHeader("Content-Type", url === "/script.js" ? "text/javascript" : "text/html");
    response.end(
      url === "/script.js"
        ? code
        : '<!doctype html><link rel="icon" href="data:,"><script type="module" src="/script.js"></script>',
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const page = await browser.newPage();
  const troubles: string[] = [];
  try {
    page.on("request", (request) => {
      const url = new URL(request.url());
      if (url.protocol.startsWith("http") && !["/", "/script.js"].includes(url.pathname))
        troubles.push(`request for ${url}`);
    });
    const reported = new Promise((resolve, reject) => {
      page.on("pageerror", ({ message }) => reject(new Error(`on the page: ${message}`)));
      page
        .exposeFunction("report", resolve)
        .then(() => page.goto(`http://127.0.0.1:${port}/`))
        .catch(reject); // no harm once it has reported: the page may be closed before it is loaded
    });
    return { report: await reported, troubles };
  } finally {
    await page.close();
    server.close();
  }
}
