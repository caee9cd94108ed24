import { Readable } from "node:stream";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCsv } from "../../src/data/read-csv.ts";
import { readRequest } from "../../src/data/read-request.ts";

const request = readRequest("t.csv", () => "number");
const read = (text: string) => readCsv(Readable.from([text]), request);
const finite = fc.double({ noNaN: true, noDefaultInfinity: true });

describe("readCsv", () => {
  it("reads every finite double that JavaScript prints, to the last bit", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(finite, finite), { minLength: 1, maxLength: 30 }),
        async (rows) => {
          const text = `a,b\n${rows.map((row) => row.map((x) => (Object.is(x, -0) ? "-0" : x)).join(",")).join("\n")}\n`;
          const table = await read(text);
          expect(table.rows).toBe(rows.length);
          expect([...table.values]).toEqual(rows.flat());
        },
      ),
    );
  });

  it("reads in pieces what it reads whole", async () => {
    const text = `name,other\n${Array.from({ length: 2000 }, (_, i) => `${i},${i / 7}`).join("\n")}\n`;
    const whole = await read(text);
    const pieces = await readCsv(Readable.from(text.match(/[\s\S]{1,7}/g) ?? []), request);
    expect(pieces).toEqual(whole);
    expect(whole.values.length).toBe(4000);
  });

  it("takes a byte-order mark, CRLF, spaces, quotes and tabs as they come", async () => {
    const table = await read('\ufeff"first, name"\tb\r\n 1 \t"2.5"\r\n\r\n+3\t.5e1');
    expect(table.columns).toEqual(["first, name", "b"]);
    expect([...table.values]).toEqual([1, 2.5, 3, 5]);
  });
});
