import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { catalogue } from "../playground/penalties/catalogue.ts";
import {
  defaultSpec,
  readSpec,
  specLabels,
  writeSpec,
} from "../playground/penalties/penalty-spec.ts";
import { defaults, read, splitHash, writeHash } from "../playground/state/link.ts";
import { dataFields, learnFields, penaltiesFields } from "../playground/state/panes.ts";

const back = (hash: string) => read(penaltiesFields, splitHash(hash).told);

describe("a link", () => {
  it("says nothing of what is as it was", () => {
    expect(writeHash("penalties", penaltiesFields, defaults(penaltiesFields))).toBe("#penalties");
  });

  it("is readable", () => {
    const show = [readSpec("tl1:a=0.5"), readSpec("l0")].flatMap((spec) => spec ?? []);
    const settings = { ...defaults(penaltiesFields), show, t: 2 };
    expect(writeHash("penalties", penaltiesFields, settings)).toBe(
      "#penalties?show=tl1:a=0.5;l0&t=2",
    );
  });

  it("restores every setting to the bit", () => {
    const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    const settings = fc.record({
      show: fc.array(fc.constantFrom(...catalogue.map(defaultSpec)), { maxLength: 12 }),
      t: number(0.01, 10),
      reach: number(0.5, 10),
      x: number(-10, 10).map((x) => x + 0), // −0 is written as 0
      own: fc.constantFrom("no" as const, "yes" as const),
      value: fc.string({ unit: "grapheme", maxLength: 60 }),
      prox: fc.string({ maxLength: 60 }),
      threshold: fc.constant("return t; // 50 % & more?\nok"),
      convex: fc.constantFrom("no" as const, "yes" as const),
      rho: fc.oneof(number(0, 100), fc.constant(Number.POSITIVE_INFINITY)),
    });
    fc.assert(
      fc.property(settings, (given) => {
        const rho = given.rho + 0;
        const hash = writeHash("penalties", penaltiesFields, { ...given, rho });
        expect(back(hash)).toEqual({ ...given, rho });
      }),
    );
  });

  it("restores no penalty at all", () => {
    const settings = { ...defaults(penaltiesFields), show: [] };
    expect(back(writeHash("penalties", penaltiesFields, settings)).show).toEqual([]);
  });

  it("may be edited by hand: what makes no sense is left as it was, what is too much is cut", () => {
    const settings = back(
      "#penalties?t=1000&reach=much&x=&show=l1;l7;tl1:a=-3,b=2&own=perhaps&zoom=2",
    );
    expect(settings).toMatchObject({ t: 10, reach: 3, x: 1.5, own: "no" });
    expect(settings.show).toEqual([
      { name: "l1", parameters: {} },
      { name: "tl1", parameters: { a: 0.01 } },
    ]);
    expect(read(learnFields, splitHash("#learn?d=7.6&seed=-1&method=magic").told)).toMatchObject({
      d: 8,
      seed: 0,
      method: "rvsm",
    });
  });

  it("of any characters whatever is read without an error", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        for (const fields of [penaltiesFields, learnFields, dataFields])
          read(fields, splitHash(`#${text}`).told);
        back(`#penalties?value=${text}&show=${text}`);
      }),
    );
  });
});

describe("a penalty in a link", () => {
  it("is written as on the command line", () => {
    expect(writeSpec({ name: "scad", parameters: { a: 3.7, lambda: 2 } })).toBe("scad:lambda=2");
    expect(writeSpec({ name: "l1", parameters: {} })).toBe("l1");
  });

  it("is called by its parameters where another of its name is beside it", () => {
    const specs = ["l1", "tl1", "tl1:a=0.1"].flatMap((text) => readSpec(text) ?? []);
    expect(specLabels(specs)).toEqual(["l1", "TL1 a=1", "TL1 a=0.1"]);
    expect(specLabels(specs.slice(0, 2))).toEqual(["l1", "TL1"]);
  });
});
