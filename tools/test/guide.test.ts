import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkPenalty } from "@proxkit/penalty-laws";
import { expect, test } from "vitest";
import { withSlip } from "../../packages/create-penalty/test/slip.ts";
import { guidePath, guideWith, shownFiles, template } from "./guide.ts";

test("the guide shows the template's files, and what a law says of a slip (-u puts them in)", async () => {
  const slip = await lawOnSlip();
  const shown = guideWith((name) =>
    name === "slip" ? slip : readFileSync(join(template, name), "utf8"),
  );
  await expect(shown).toMatchFileSnapshot(guidePath);
});

test("the guide shows every source and test that its reader gets", () => {
  const files = globSync("{src,test}/*.ts", { cwd: template });
  expect(shownFiles).toEqual(
    expect.arrayContaining(files.map((path) => path.replaceAll("\\", "/"))),
  );
});

/** The slip that the guide speaks of, and the law that its test would break. */
async function lawOnSlip(): Promise<string> {
  const [right, wrong] = ["x <= c + t / 2", "x <= c + t"];
  const { cappedL1 } = await withSlip(right, wrong);
  const results = [0.01, 1, 100].flatMap((c) => checkPenalty(cappedL1({ c })));
  const broken = results.find(
    ({ name, violation }) => violation && name === "prox is a global minimiser",
  );
  return `- ${right}\n+ ${wrong}\n\n${broken?.violation}`;
}
