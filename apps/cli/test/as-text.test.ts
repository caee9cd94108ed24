import fc from "fast-check";
import { Marked } from "marked";
import { expect, it } from "vitest";
import { asBold, asText } from "../src/report/as-text.ts";
import { table } from "../src/report/table.ts";

const signs = [..."ab*_~`<>&[]()|\\#1. -+!:;/θ‖w\u0304\"'=", "&amp;", "w*", "L_β", "<b>", "]("];
const words = fc.array(fc.constantFrom(...signs), { maxLength: 12 }).map((list) => list.join(""));
const oneSpaced = (text: string) => text.replace(/\s+/g, " ").trim();
const entities: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', "#39": "'" };

/** What a page shows of HTML: no tags, and signs for entities. */
function shown(html: string): string {
  const text = html.replace(/<[^>]*>/g, "");
  return oneSpaced(text.replace(/&(#?\w+);/g, (entity, name) => entities[name] ?? entity));
}

it("shows any words as they are", () => {
  fc.assert(
    fc.property(words, (text) => {
      const html = new Marked().parseInline(asText(text), { async: false });
      expect(shown(html)).toBe(oneSpaced(text));
    }),
    { numRuns: 2000 },
  );
});

it("shows any words in bold, to their end", () => {
  fc.assert(
    fc.property(words, (inner) => {
      const text = `θ${inner}d`;
      const html = new Marked().parse(asBold(text), { async: false });
      const [, bold] = html.match(/^<p><strong>(.*)<\/strong><\/p>\n$/) ?? [];
      expect(shown(bold)).toBe(oneSpaced(text));
    }),
    { numRuns: 2000 },
  );
});

it("keeps words in the cells that they are in", () => {
  fc.assert(
    fc.property(words, words, (a, b) => {
      const markdown = table(["x", "y"], [[asText(`θ${a}d`), asText(`θ${b}d`)]]);
      const html = new Marked().parse(markdown, { async: false });
      const cells = [...html.matchAll(/<td align="left">(.*)<\/td>/g)];
      expect(cells.map(([, cell]) => shown(cell))).toEqual(
        [a, b].map((inner) => oneSpaced(`θ${inner}d`)),
      );
    }),
    { numRuns: 1000 },
  );
});

it("escapes nothing that reads as it is", () => {
  for (const text of ["θ(w̄, w*), d = 10", "L_β(u, w) < 1", "‖w* − w‖ ≤ 4kβ sin γ", "a & b"])
    expect(asText(text)).toBe(text);
});
