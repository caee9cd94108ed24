import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { proxkit, readText } from "./proxkit.ts";

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
const widthOf = (line: string) => [...graphemes.segment(line)].length;

describe("a report of tables and figures", () => {
  const folder = mkdtempSync(join(tmpdir(), "proxkit-report-"));
  let markdown = "";
  let html = "";

  beforeAll(async () => {
    await proxkit(["reproduce", "table1", "figure4", "figure5", "--seeds", "3", "--out", folder]);
    markdown = readText(folder, "report.md");
    html = readText(folder, "report.html");
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  it("has Markdown tables that line up", () => {
    const tables = markdown.match(/(^\|.*\|$\n)+/gm) ?? [];
    expect(tables.length).toBeGreaterThan(5);
    for (const table of tables)
      expect(new Set(table.trim().split("\n").map(widthOf)).size, table).toBe(1);
  });

  it("rounds to four significant digits", () => {
    const cells = [...html.matchAll(/<td class="number">(-?[\d.]+)(?:e[+-]?\d+)?<\/td>/g)];
    expect(cells.length).toBeGreaterThan(100);
    for (const [, mantissa] of cells) {
      const digits = mantissa.replace(/^-?[0.]*|\./g, "");
      expect(Number.isInteger(Number(mantissa)) || digits.length <= 4, mantissa).toBe(true);
    }
  });

  it("says what came out in a sign and a word, not by colour alone", () => {
    expect(markdown).toMatch(/^\| ✓ agrees {2}\| /m);
    expect(markdown).toMatch(/^\| ✗ differs \| /m);
    expect(markdown).toMatch(/^\| ✓ holds \| /m);
    for (const [, cell] of html.matchAll(/<t[dh] class="(?:good|bad|none)[^"]*">([^<]*)</g))
      expect(cell).toMatch(/^(✓ (agrees|holds)|✗ (differs|fails)|· not applicable)$/);
  });

  it("begins with contents and a summary that counts and lists what differs", () => {
    const [head, first] = html.split(/<h2 id="table-1/);
    expect(head).toContain('<a href="#table-1-the-l0-penalty">');
    expect(first).toBeDefined();
    const listed = head.match(/<td class="bad">✗ differs<\/td>/g) ?? [];
    const inTable = first.match(/<td class="bad">✗ differs<\/td>/g) ?? [];
    expect(listed.length).toBeGreaterThan(9); // the ten w̄ columns of NOTES, and the shifted row
    expect(listed).toHaveLength(inTable.length);
    expect(head).toMatch(
      new RegExp(
        `<td>all</td><td class="number">\\d+</td><td class="number">${listed.length}</td>`,
      ),
    );
  });

  it("is one HTML file that needs nothing else", () => {
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(html).not.toMatch(/<(script|link|img|iframe|object)\b|\bsrc=|@import|url\((?!#)/);
    const outside = [...html.matchAll(/href="([^#"][^"]*)"/g)].map(([, href]) => href);
    expect(new Set(outside)).toEqual(new Set(["https://arxiv.org/abs/1812.05719"]));
    expect(html.match(/<figure><svg /g)).toHaveLength(2);
    expect(html.match(/<\/svg><\/figure>/g)).toHaveLength(2);
  });

  it("has an anchor for every link, and no two alike", () => {
    const ids = [...html.matchAll(/\bid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const links = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => decodeURIComponent(id));
    expect(links).toEqual(expect.arrayContaining(["rule-agrees", "summary"]));
    for (const link of links) expect(ids, link).toContain(link);
    for (const [, id] of html.matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(id);
  });

  it("draws in its Markdown what stands beside it, and nothing else", () => {
    const images = [...markdown.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, path]) => path);
    expect(images).toEqual(["figures/figure4.svg", "figures/figure5.svg"]);
    for (const image of images) expect(readText(folder, image)).toMatch(/^<svg [\s\S]*<\/svg>\n$/);
  });

  it("says nothing of when, where or how fast it was made", () => {
    const year = String(new Date().getFullYear());
    const own = markdown.split("\n## ")[0];
    expect(own).not.toContain(year);
    expect(markdown).not.toContain(folder);
    expect(own).toContain("`proxkit reproduce table1 figure4 figure5 --seeds 3`");
  });
});
