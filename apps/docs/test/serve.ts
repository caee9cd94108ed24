import { readFile } from "node:fs/promises";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";

const types: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
  ".xml": "application/xml",
};

export interface Served {
  /** The address of the site, with a `/` at its end. */
  readonly url: string;
  readonly server: Server;
}

/**
 * Serves a built site on a loopback port, as a host of static files would. Outside of it, `/log` is what the build
 * said.
 *
 * @param folder where it is
 * @param base the path of its address
 * @param built what every answer waits for; if it fails, that is the answer
 */
export async function serve(folder: string, base: string, built: Promise<string>): Promise<Served> {
  const server = createServer(async ({ url = "/" }, response) => {
    const { pathname } = new URL(url, "http://127.0.0.1");
    try {
      const log = await built;
      if (pathname === "/log") response.end(log);
      else
        await answer(
          response,
          folder,
          pathname.startsWith(base) ? pathname.slice(base.length) : "…",
        );
    } catch (error) {
      response.statusCode = 500;
      response.end(String(error));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}${base}`, server };
}

async function answer(response: ServerResponse, folder: string, path: string): Promise<void> {
  const name = decodeURIComponent(path).replace(/(^|\/)$/, "$1index.html");
  const content = await readFile(join(folder, name)).catch(() => undefined);
  response.statusCode = content ? 200 : 404;
  response.setHeader("Content-Type", types[content ? extname(name) : ".html"] ?? "text/plain");
  response.end(content ?? (await readFile(join(folder, "404.html"))));
}
