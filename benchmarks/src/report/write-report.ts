import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import writeFileAtomic from "write-file-atomic";
import { toMarkdown } from "./markdown.ts";
import { pictures } from "./pictures.ts";
import type { Report } from "./report.ts";

/** Writes benchmarks.md, benchmarks.json and benchmarks/*.svg, each whole or not at all; gives their paths. */
export async function writeReport(report: Report, folder: string): Promise<string[]> {
  const drawn = pictures(report);
  const files: Record<string, string> = Object.fromEntries(
    drawn.map(({ name, svg }) => [`benchmarks/${name}.svg`, svg]),
  );
  files["benchmarks.md"] = toMarkdown(report, drawn);
  files["benchmarks.json"] = `${JSON.stringify(report, null, 1)}\n`;
  if (drawn.length > 0) await mkdir(join(folder, "benchmarks"), { recursive: true });
  const paths = Object.keys(files).map((name) => join(folder, name));
  for (const [i, content] of Object.values(files).entries())
    await writeFileAtomic(paths[i], content);
  return paths;
}
