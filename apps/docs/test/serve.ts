import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
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
 * Serves a built site on a loopback port, as a host of static files would.
 *
 * @param folder where it is
 * @param base the path of its address
 * @param ready what a request waits for
 */
export async function serve(
  folder: string,
  base: string,
  ready: Promise<unknown>,
): Promise<Served> {
  const server = createServer(async ({ url = "/" }, response) => {
    try {
      await ready;
    } catch (error) {
      response.statusCode = 500;
      response.end(String(error));
      return;
    }
    const { pathname } = new URL(url, "http://127.0.0.1");
    const path = decodeURIComponent(pathname);
    const file = path.startsWith(base)
      ? path.slice(base.length - 1).replace(/\/$/, "/index.html")
      : "";
    try {
      const content = await readFile(join(folder, file));
      response.setHeader("Content-Type", types[extname(file)] ?? "application/octet-stream");
      response.end(content);
    } catch {
      response.statusCode = 404;
      response.setHeader("Content-Type", types[".html"]);
      response.end(await readFile(join(folder, "404.html")));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}${base}`, server };
}
