import { accessSync, constants, existsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, dirname, join } from "node:path";
import { arch, env, platform } from "node:process";
import { type Browser, chromium } from "playwright-core";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/**
 * Starts headless Chromium: the one that PROXKIT_CHROMIUM names, else one on the PATH, else that of
 * `@sparticuz/chromium`, which npm brings for Linux on x64. Undefined where there is none.
 */
export async function openBrowser(): Promise<Browser | undefined> {
  const executablePath = env.PROXKIT_CHROMIUM ?? onPath() ?? (await fromNpm());
  if (executablePath === undefined) return undefined;
  const options = { executablePath, args: FLAGS, headless: true };
  try {
    return await chromium.launch(options);
  } catch (error) {
    if (!String(error).includes("shared libraries")) throw error;
    return chromium.launch({ ...options, env: { ...env, LD_LIBRARY_PATH: await libraries() } });
  }
}

/** The libraries that a bare machine lacks (nss), from the same package as the browser. */
async function libraries(): Promise<string> {
  const { inflate } = await import("@sparticuz/chromium");
  const entry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  const folder = await inflate(join(dirname(entry), "../bin/al2023.tar.br"));
  return join(folder, "lib");
}

/** Whether there will be a browser; else tests that need one say that they are skipped. */
export const hasBrowser: boolean =
  env.PROXKIT_CHROMIUM !== undefined ||
  onPath() !== undefined ||
  (platform === "linux" && arch === "x64");

function onPath(): string | undefined {
  const names = ["chromium", "chromium-browser", "google-chrome"];
  return (env.PATH ?? "")
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find(runs);
}

function runs(file: string): boolean {
  if (!existsSync(file)) return false;
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function fromNpm(): Promise<string | undefined> {
  if (platform !== "linux" || arch !== "x64") return undefined;
  const { default: packed } = await import("@sparticuz/chromium");
  return packed.executablePath();
}
