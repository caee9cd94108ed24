import { partNamed, published, rowPlaces, runPart, table } from "@proxkit/paper";
import { expect, test } from "vitest";

test("a row of single runs is found in its place, and shifted when it is shifted", () => {
  const { columns } = table({ penalty: "l0", seeds: 30 });
  const cells = columns.map((column) => column.cells.zerosU);
  for (let seed = 0; seed < 30; seed++) {
    const zeros = columns.map(({ runs }) => runs[seed].zerosU ?? Number.NaN);
    expect(rowPlaces(zeros.slice(1), cells).best.blank).toBe(0);
    expect(rowPlaces(zeros.slice(0, -1), cells).best.blank).toBe(4);
  }
});

test("the misfit is the sum of the squared z of the numbers in their columns", () => {
  const columns = [0, 10, 20].map((mean) => ({ mean, sd: 2 }));
  const { places, best } = rowPlaces([10, 24], columns);
  expect(places).toEqual([
    { blank: 0, misfit: 4 }, // 10 below 10, 24 below 20: 0 + (4/2)²
    { blank: 1, misfit: 29 }, // 10 below 0: (10/2)² + 4
    { blank: 2, misfit: 74 }, // 25 + 24 below 10: (14/2)²
  ]);
  expect(best.blank).toBe(0);
});

test("the printed row of Table 1 is shifted by one column, and the report says so of each place", () => {
  const cells = table({ penalty: "l0", seeds: 50 }).columns.map((column) => column.cells.zerosU);
  const numbers = published.l0.zerosU.filter((x) => x !== null);
  expect(rowPlaces(numbers, cells).best.blank).toBe(4);

  const part = partNamed("table1");
  const section = part && runPart(part, { seeds: 5 });
  const verdicts = section?.blocks.flatMap((block) =>
    block.kind === "verdicts" ? block.verdicts : [],
  );
  const zeros = verdicts?.filter(({ rule }) => rule === "row-shift");
  expect(zeros?.map(({ words }) => words)).toEqual([
    "row shifted by one column: 6 is the number for d = 10",
    "row shifted by one column: 15 is the number for d = 20",
    "row shifted by one column: 25 is the number for d = 30",
    "row shifted by one column: 34 is the number for d = 40",
    "row shifted by one column: the number is missing for d = 50",
  ]);
});
