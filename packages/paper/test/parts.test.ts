import { type Part, partNamed, parts, rules, runPart } from "@proxkit/paper";
import { expect, test } from "vitest";

const settings = { seeds: 3 };
const each = parts.map((part): [string, Part] => [part.name, part]);

test.each(each)(
  "%s: tasks and results survive JSON, whatever the order they are run in",
  (_, part) => {
    const tasks = part.tasks(settings);
    const results: unknown[] = [];
    for (let i = tasks.length - 1; i >= 0; i--) {
      const task = throughJson(tasks[i]);
      expect(task).toStrictEqual(tasks[i]);
      const result = part.run(task);
      results[i] = throughJson(result);
      expect(results[i]).toStrictEqual(result);
    }
    const section = part.section(results, settings);
    expect(throughJson(section)).toStrictEqual(section);
    expect(runPart(part, settings)).toStrictEqual(section);
    expect(section).toMatchObject({ name: part.name, title: part.title });

    for (const block of section.blocks)
      if (block.kind === "verdicts")
        for (const { rule } of block.verdicts) expect(rules).toHaveProperty([rule]);
  },
);

test("parts are found by name, and names are the paper's, in its order", () => {
  expect(parts.map(({ name }) => name)).toEqual([
    ..."table1 table2 table3 figure2 figure4 figure5 figure6 figure7 trade-off path".split(" "),
    ..."theorem1 theorem2 lemmas beyond errata".split(" "),
  ]);
  for (const part of parts) expect(partNamed(part.name)).toBe(part);
  expect(partNamed("figure1")).toBeUndefined();
});

function throughJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
