import { join } from "node:path";
import { colors } from "../output/colors.ts";
import { lineUp } from "../output/format.ts";
import { makeFolder } from "../output/make-folder.ts";
import { writeWhole } from "../output/write-whole.ts";
import { describeFigure } from "../report/describe-figure.ts";
import { toHtml } from "../report/html.ts";
import { toJson } from "../report/json.ts";
import { toMarkdown } from "../report/markdown.ts";
import { drawFigures, imageOf } from "../report/pictures.ts";
import type { Report } from "../report/report.ts";
import { tallyOf } from "../report/summary.ts";
import type { Format } from "./formats.ts";

/** A report on standard output; as Markdown its figures are described. */
export async function printReport(report: Report, format: Format): Promise<void> {
  if (format === "json") return await writeWhole("-", toJson(report));
  if (format === "md") return await writeWhole("-", toMarkdown(report, describeFigure));
  await writeWhole("-", toHtml(report, await drawFigures(report.sections)));
}

/** Where a report goes. */
export interface Folder {
  /** Absolute. */
  readonly path: string;
  /** As the user named it. */
  readonly named: string;
}

/**
 * A report in a folder.
 *
 * @param before how many parts had been finished by earlier runs
 * @returns what was found and written, for a person to read
 */
export async function writeReport(
  report: Report,
  { path, named }: Folder,
  formats: readonly Format[],
  before: number,
): Promise<string> {
  const wanted = (format: Format) => formats.includes(format);
  const files: string[] = [];
  const write = async (name: string, content: string) => {
    await writeWhole(join(path, name), content);
    files.push(name);
  };
  const drawn = wanted("md") || wanted("html");
  const pictures = drawn ? await drawFigures(report.sections) : new Map<string, string>();
  if (wanted("md") && pictures.size > 0) {
    const figures = join(path, "figures");
    await makeFolder(figures);
    for (const [name, svg] of pictures) await writeWhole(join(figures, `${name}.svg`), svg);
  }
  if (wanted("html")) await write("report.html", toHtml(report, pictures));
  if (wanted("md")) await write("report.md", toMarkdown(report, imageOf));
  if (wanted("json")) await write("report.json", toJson(report));
  return inShort(report, named, files, before);
}

function inShort({ sections }: Report, folder: string, files: string[], before: number): string {
  const { agrees, differs, holds, fails, notApplicable } = tallyOf(sections);
  const again = before > 0 ? `, ${before} of them finished before` : "";
  const facts = [
    ["parts", `${sections.length}${again}`],
    ["published", `✓ ${agrees} agree, ✗ ${differs} differ`],
  ];
  const rest = notApplicable > 0 ? `, · ${notApplicable} not applicable` : "";
  if (holds + fails + notApplicable > 0)
    facts.push(["checks", `✓ ${holds} hold, ✗ ${fails} fail${rest}`]);
  const written = files.map((name) => `  report written to ${folder}/${name}`);
  return `${lineUp(facts.map(([name, fact]) => [colors.bold(name), fact]))}\n\n${written.join("\n")}\n`;
}
