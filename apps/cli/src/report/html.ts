import { Marked, type Tokens } from "marked";
import { TITLE, toMarkdown } from "./markdown.ts";
import { imageOf } from "./pictures.ts";
import type { Report } from "./report.ts";
import { anchor } from "./slug.ts";
import { styles } from "./styles.ts";

/**
 * A report as one HTML file that needs nothing else: its styles and pictures are inside.
 *
 * @param pictures SVG by the name of the figure
 */
export function toHtml(report: Report, pictures: ReadonlyMap<string, string>): string {
  const body = converter(pictures).parse(toMarkdown(report, imageOf), { async: false });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(TITLE)}</title>
<style>
${styles}</style>
</head>
<body>
<main>
${body}</main>
</body>
</html>
`;
}

/** Beyond so many signs a cell is given room on a phone, where its table scrolls. */
const LONG = 24;
const CLASSES: Readonly<Record<string, string>> = { "✓": "good", "✗": "bad", "·": "none" };

function converter(pictures: ReadonlyMap<string, string>): Marked {
  return new Marked({
    renderer: {
      heading({ tokens, depth }: Tokens.Heading) {
        const content = this.parser.parseInline(tokens);
        const plain = this.parser.parseInline(tokens, this.parser.textRenderer);
        return `<h${depth} id="${anchor(unescaped(plain))}">${content}</h${depth}>\n`;
      },
      // a picture is a paragraph of its own
      paragraph({ tokens }: Tokens.Paragraph) {
        const content = this.parser.parseInline(tokens);
        return content.startsWith("<figure>") ? content : `<p>${content}</p>\n`;
      },
      image({ href }: Tokens.Image) {
        const name = href.replace(/^figures\/|\.svg$/g, "");
        return `<figure>${withOwnIds(name, pictures.get(name) ?? "")}</figure>\n`;
      },
      table(token: Tokens.Table) {
        const row = (cells: readonly Tokens.TableCell[]) =>
          `<tr>${cells.map((cell) => this.tablecell(cell)).join("")}</tr>\n`;
        return `<div class="table"><table>\n<thead>\n${row(token.header)}</thead>\n<tbody>\n${token.rows.map(row).join("")}</tbody>\n</table></div>\n`;
      },
      tablecell({ tokens, header, align, text }: Tokens.TableCell) {
        const classes = [
          align === "right" ? "number" : "",
          CLASSES[text.slice(0, 1)] ?? "",
          text.length > LONG ? "words" : "",
        ];
        const named = classes.filter((name) => name !== "").join(" ");
        const attribute = named === "" ? "" : ` class="${named}"`;
        const tag = header ? "th" : "td";
        return `<${tag}${attribute}>${this.parser.parseInline(tokens)}</${tag}>`;
      },
    },
  });
}

/** The ids within a picture, made different from those of other pictures on the page. */
function withOwnIds(name: string, svg: string): string {
  return svg
    .trim()
    .replace(/\bid="([^"]+)"/g, `id="${name}-$1"`)
    .replace(/url\(#([^)]+)\)/g, `url(#${name}-$1)`)
    .replace(/\b(xlink:)?href="#([^"]+)"/g, `$1href="#${name}-$2"`)
    .replace(/\baria-(labelledby|describedby)="([^"]+)"/g, `aria-$1="${name}-$2"`);
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

function unescaped(html: string): string {
  return html
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}
