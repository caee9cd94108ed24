import { join } from "node:path";
import { errataPage } from "@proxkit/paper";
import { expect, test } from "vitest";

const page = join(import.meta.dirname, "../../../docs/errata.md");

test("docs/errata.md says what the errata say today (-u writes it)", async () => {
  await expect(errataPage()).toMatchFileSnapshot(page);
});

test("shows the star of w* as a star", () => {
  const prose = errataPage({ seeds: 2 }).split("\n").slice(4).join("\n");
  expect(prose).toContain("w\\*");
  expect(prose).not.toMatch(/w\*/);
});
