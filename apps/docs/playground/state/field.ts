/** One setting of a pane: what a link says of it, and what it is without a word. */
export interface Field<T> {
  readonly default: T;
  /** What a link says, or undefined where it says nothing that makes sense. */
  read(text: string): T | undefined;
  write(value: T): string;
}

/** A number between two ends; a link that asks for more gets the nearer end. */
export interface NumberField extends Field<number> {
  readonly min: number;
  readonly max: number;
}

/** @param whole whether it is a count. Default: false */
export function numberField(
  value: number,
  min: number,
  max: number,
  whole = "no" as "no" | "whole",
): NumberField {
  return {
    default: value,
    min,
    max,
    read(text) {
      const x = text === "" ? Number.NaN : Number(text);
      if (!Number.isFinite(x)) return undefined;
      return Math.min(Math.max(whole === "whole" ? Math.round(x) : x, min), max);
    },
    write: String,
  };
}

/** A count between two ends. */
export function countField(value: number, min: number, max: number): NumberField {
  return numberField(value, min, max, "whole");
}

/** One of a few words; the first is the default. */
export function choiceField<const T extends string>(
  ...choices: readonly [T, ...T[]]
): Field<T> & { readonly choices: readonly T[] } {
  return {
    choices,
    default: choices[0],
    read: (text) => choices.find((choice) => choice === text),
    write: (choice) => choice,
  };
}

/** Any text up to a length. */
export function textField(value: string, longest: number): Field<string> {
  return { default: value, read: (text) => text.slice(0, longest), write: (text) => text };
}

/** Something that has a text of its own. */
export function customField<T>(
  value: T,
  read: (text: string) => T | undefined,
  write: (value: T) => string,
): Field<T> {
  return { default: value, read, write };
}
