import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { l1 } from "@proxkit/penalties-l1";
import { penaltyLaws } from "@proxkit/penalty-laws";
import { expect, it } from "vitest";

const suite = `
  import { l1 } from "@proxkit/penalties-l1";
  import { penaltyLaws } from "@proxkit/penalty-laws";
  import { it } from "node:test";

  const wrong = { ...l1(), prox: (v) => v.slice() };
  for (const law of penaltyLaws(l1())) it("right: " + law.name, law.check);
  for (const law of penaltyLaws(wrong)) it("wrong: " + law.name, law.check);
`;

it("is run by node:test too, which reports the violation", () => {
  const { stdout } = spawnSync(
    process.execPath,
    ["--conditions=@proxkit/source", "--input-type=module-typescript", "--test-reporter=tap"],
    { cwd: fileURLToPath(new URL("..", import.meta.url)), input: suite, encoding: "utf8" },
  );
  expect(stdout.match(/^ok \d+ - right: .*/gm)).toHaveLength(penaltyLaws(l1()).length);
  expect(stdout).not.toMatch(/^not ok \d+ - right/m);
  expect(stdout).toMatch(/^not ok \d+ - wrong: prox is a global minimiser/m);
  expect(stdout).toContain("another point has a smaller t·P(u) + ½ ‖u − v‖²");
});

it("gives checks that need no this, take no callback and return nothing", () => {
  for (const { check } of penaltyLaws(l1(), { numRuns: 1 })) {
    expect(check).toHaveLength(0);
    expect(check()).toBeUndefined();
  }
});
