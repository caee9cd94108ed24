import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { TestProject } from "vitest/node";
import { site } from "../.vitepress/site.ts";
import { serve } from "./serve.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the built site is served, with a `/` at its end; the first answer waits until it is built. */
    site: string;
    /** The folder of the built site, which is complete when the first answer has come. */
    siteFolder: string;
  }
}

/** Builds the site once for all tests of it, while other tests run, and serves it. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "proxkit-site-"));
  const built = build(folder);
  built.catch(() => {}); // every answer tells of it
  const { url, server } = await serve(folder, new URL(site).pathname, built);
  provide("site", url);
  provide("siteFolder", folder);
  return async () => {
    await built.catch(() => {});
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await rm(folder, { recursive: true });
  };
}

/** Builds the site into a folder. @returns what the build printed */
async function build(folder: string): Promise<string> {
  const script = fileURLToPath(new URL("../build.ts", import.meta.url));
  return (await promisify(execFile)(process.execPath, [script, folder])).stdout;
}
