import { describe, expect, it } from "vitest";
import { decompressLz4Frame } from "../../src/data/lz4-frame.ts";

// by hand, from the description of the format
const HEADER = [0x04, 0x22, 0x4d, 0x18, 0x40, 0x40, 0xc0]; // blocks of up to 64 kB that refer back; no checksums
const END = [0, 0, 0, 0];
const size = (bytes: readonly number[], plain = false) => [bytes.length, 0, 0, plain ? 0x80 : 0];
const block = (...bytes: number[]) => [...size(bytes), ...bytes];
const frame = (...parts: number[][]) => Uint8Array.from([...HEADER, ...parts.flat(), ...END]);
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString();
const [a, b, c] = [97, 98, 99];

describe("decompressLz4Frame", () => {
  it("copies literals, and matches that overlap themselves", () => {
    // 3 literals, then a match of 4 + 5 from 2 back, then 1 literal
    expect(text(decompressLz4Frame(frame(block(0x35, a, b, c, 2, 0, 0x10, a))))).toBe(
      "abcbcbcbcbcba",
    );
  });

  it("takes lengths of several bytes", () => {
    const literals = new Array(15 + 255 + 3).fill(b);
    const bytes = [0xf0, 255, 3, ...literals];
    const part = [bytes.length % 256, Math.floor(bytes.length / 256), 0, 0, ...bytes];
    expect(decompressLz4Frame(frame(part))).toEqual(Uint8Array.from(literals));
    // a match of 4 + 15 + 30 from 1 back, and no literals behind
    const long = decompressLz4Frame(frame(block(0x1f, a, 1, 0, 30, 0x00)));
    expect(text(long)).toBe("a".repeat(50));
  });

  it("blocks refer back to those before them, plain ones too", () => {
    const plain = [a, b, c];
    const parts = frame([...size(plain, true), ...plain], block(0x02, 3, 0, 0x10, c));
    expect(text(decompressLz4Frame(parts))).toBe("abcabcabcc");
  });

  it("passes over checksums, the content's size and a dictionary's name", () => {
    const header = [...HEADER.slice(0, 4), 0x5d, 0x40, ...new Array(8 + 4 + 1).fill(9)];
    const bytes = [...header, ...block(0x30, a, b, c), 1, 2, 3, 4, ...END, 5, 6, 7, 8];
    expect(text(decompressLz4Frame(Uint8Array.from(bytes)))).toBe("abc");
  });

  it.each([
    ["nothing", []],
    ["another format", [1, 2, 3, 4, 0x40, 0x40, 0]],
    ["no end", HEADER],
    ["a block that is cut", [...HEADER, 200, 0, 0, 0, a]],
    ["literals that are cut", [...HEADER, ...block(0x40, a), ...END]],
    ["a match before the start", [...HEADER, ...block(0x10, a, 2, 0, 0x00), ...END]],
    ["a match from 0 back", [...HEADER, ...block(0x10, a, 0, 0, 0x00), ...END]],
    ["a block without its last literals", [...HEADER, ...block(0x10, a, 1, 0), ...END]],
    ["a length without end", [...HEADER, ...block(0xf0, 255, 255), ...END]],
    ["a length that is cut", [...HEADER, ...block(0x10, a), 1]],
  ])("refuses %s", (_, bytes) => {
    expect(() => decompressLz4Frame(Uint8Array.from(bytes))).toThrow(/^an LZ4 frame is damaged: /);
  });
});
