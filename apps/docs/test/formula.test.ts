import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../../../tools/test/run.ts";
import { formula } from "../.vitepress/markdown/formula.ts";
import { formulaPiece } from "../.vitepress/markdown/formula-piece.ts";
import { setFormula } from "../.vitepress/markdown/formulas.ts";

describe("a piece of a formula", () => {
  test.each([
    ["½ ‖u − v‖²", "\\tfrac{1}{2} \\Vert u - v\\Vert ^{2}"],
    ["argmin_u t·P(u)", "\\operatorname*{argmin}_{u} t\\cdot P(u)"],
    ["Σᵢ |wᵢ|", "\\sum _{i} |w_{i}|"],
    ["1/(2m) ‖y − Xw‖²", "\\frac{1}{2m} \\Vert y - Xw\\Vert ^{2}"],
    ["β/2 + λ/β", "\\frac{β}{2} + λ/β"],
    ["√(2t(a + 1)) − √|u|", "\\sqrt{2t(a + 1)} - \\sqrt{|u|}"],
    ["t^(2/3)", "t^{2/3}"],
    ["w⁽ᵏ⁺¹⁾", "w^{(k+1)}"],
    ["ŵ ← w⁺ − w*", "\\hat{w} ← w^{+} - w^{*}"],
    ["λmax(XᵀX)/m", "\\lambda_{\\max}(X^{T}X)/m"],
    ["#{i : wᵢ ≠ 0}", "\\#\\{i : w_{i} ≠ 0\\}"],
    ["else −1", "\\text{else } {-}1"],
  ])("%s", (text, tex) => {
    expect(formulaPiece(text)).toBe(tex);
  });

  test("keeps words in a row together, with their spaces", () => {
    expect(formulaPiece("x if λ is large")).toBe("x \\text{ if } λ \\text{ is large}");
  });
});

describe("a formula", () => {
  test("of one line is set in display style", () => {
    expect(formula("y = x")).toBe("\\displaystyle y = x");
  });

  test("has columns where lines below each other have gaps at the same place", () => {
    expect(formula("a     if x\nb²    else")).toBe(
      "\\begin{array}{ll}\\displaystyle a&\\displaystyle \\text{if } x\\\\[0.4em]" +
        "\\displaystyle b^{2}&\\displaystyle \\text{else}\\end{array}",
    );
  });

  test("begins a column where the next line goes on under it", () => {
    expect(formula("f = a\n  = b")).toBe(
      "\\begin{array}{ll}\\displaystyle f&\\displaystyle = a\\\\[0.4em]" +
        "\\displaystyle &\\displaystyle = b\\end{array}",
    );
  });

  test.each(["`a` must be b", "const f = (x) => x", "f(x); // y", 'say("x")', "x = f(y);"])(
    "is none if it is code: %s",
    (text) => {
      expect(formula(text)).toBeUndefined();
    },
  );
});

/** The indented blocks of a page, or of a module's doc comments. */
function indentedBlocks(path: string): string[] {
  const file = readFileSync(join(root, path), "utf8");
  const comments = file.split("\n").map((line) => line.match(/^\s*\* ?(.*)$/)?.[1] ?? "");
  const text = path.endsWith(".ts") ? comments.join("\n") : file;
  const prose = text.replaceAll(/^ *```[\s\S]*?^ *```/gm, "");
  return Array.from(prose.matchAll(/(?<=\n\n)(?: {4,}\S.*\n)+/g), ([block]) =>
    block.replaceAll(/^ {4}/gm, ""),
  );
}

test("every formula of the pages, READMEs and doc comments can be set", () => {
  const paths = globSync(["docs/guide/*.md", "packages/*/README.md", "packages/*/src/**/*.ts"], {
    cwd: root,
    exclude: (path) => /node_modules/.test(path),
  });
  const texts = paths.flatMap(indentedBlocks).filter((text) => formula(text) !== undefined);
  expect(texts.length).toBeGreaterThan(100);
  expect(texts.filter((text) => setFormula(text) === undefined)).toEqual([]);
});

test("what cannot be set is told from what can", () => {
  expect(setFormula("x = y")).toContain("<math");
  expect(setFormula("x = ⏰")).toBeUndefined();
});
