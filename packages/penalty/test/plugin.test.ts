import {
  createPenalty,
  definePenalty,
  numberOptions,
  type PenaltyPlugin,
  readOptions,
  separablePenalty,
} from "@proxkit/penalty";
import { describe, expect, it } from "vitest";

const plugin: PenaltyPlugin = definePenalty({
  name: "scaled",
  options: numberOptions({ c: { default: 2, above: 0 }, n: { default: 0, atLeast: 0 } }),
  create: ({ c, n }) =>
    separablePenalty({
      name: "scaled",
      parameters: { c, n },
      convex: true,
      value: (x) => c * Math.abs(x),
      prox: (v) => v,
      threshold: () => 0,
    }),
});

describe("a plug-in", () => {
  it("fills in defaults", () => {
    expect(createPenalty(plugin).parameters).toEqual({ c: 2, n: 0 });
    expect(createPenalty(plugin, { c: 3 }).parameters).toEqual({ c: 3, n: 0 });
  });

  it("rebuilds a penalty from its name and parameters, through JSON", () => {
    const { parameters } = createPenalty(plugin, { c: 0.1, n: 4 });
    const rebuilt = createPenalty(plugin, JSON.parse(JSON.stringify(parameters)));
    expect(rebuilt.parameters).toEqual(parameters);
  });

  it.each([
    [{ c: 0 }, "scaled: c must be greater than 0, received 0"],
    [{ c: Number.NaN }, "scaled: c must be a finite number, received NaN"],
    [{ c: "1" }, "scaled: c must be a finite number, received 1"],
    [{ n: -1 }, "scaled: n must be at least 0, received -1"],
    [{ b: 1 }, "scaled: unknown option b; known: c, n"],
    [
      { c: -1, n: -2 },
      "scaled: c must be greater than 0, received -1; n must be at least 0, received -2",
    ],
    [7, "scaled: options must be an object, received 7"],
    [null, "scaled: options must be an object, received null"],
  ])("refuses %j and says why", (options, message) => {
    expect(() => createPenalty(plugin, options)).toThrow(message);
    expect(() => createPenalty(plugin, options)).toThrow(
      expect.objectContaining({ name: "PenaltyOptionsError", penalty: "scaled" }),
    );
  });

  it("keeps a closed range, both ends in it", () => {
    const options = numberOptions({ r: { default: 0.5, atLeast: 0, atMost: 1 } });
    for (const r of [0, 1]) expect(readOptions("unit", options, { r })).toEqual({ r });
    expect(() => readOptions("unit", options, { r: 1.5 })).toThrow(
      "unit: r must be at most 1, received 1.5",
    );
    expect(() => readOptions("unit", options, { r: -1 })).toThrow(
      "unit: r must be at least 0, received -1",
    );
  });

  it("takes any synchronous Standard Schema, and refuses an asynchronous one", () => {
    const later = {
      "~standard": { version: 1, vendor: "x", validate: async () => ({ value: 1 }) },
    };
    const asynchronous = definePenalty({ ...plugin, options: later as never });
    expect(() => createPenalty(asynchronous)).toThrow(
      "scaled: its options schema must be synchronous, received a promise",
    );
    for (const nothing of [undefined, null])
      expect(() =>
        readOptions(
          "scaled",
          { "~standard": { version: 1, vendor: "x", validate: () => nothing as never } },
          {},
        ),
      ).toThrow(
        new TypeError(
          `scaled: validate of its options schema must return { value } or { issues }, returned ${nothing}`,
        ),
      );
  });

  it.each([
    [{ ...plugin, name: "" }, "name must be a non-empty string"],
    [{ ...plugin, options: {} }, "options of scaled must be a Standard Schema"],
    [{ ...plugin, create: undefined }, "create of scaled must be a function"],
  ])("is refused when a part is missing", (broken, message) => {
    expect(() => definePenalty(broken as never)).toThrow(message);
  });
});
