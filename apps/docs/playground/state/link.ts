import type { Field } from "./field.ts";

/** A field of whatever. */
interface AnyField {
  readonly default: unknown;
  read(text: string): unknown;
  write(value: never): string;
}

type Fields = Readonly<Record<string, AnyField>>;

/** The settings of a pane, from its fields. */
export type Settings<F> = { [K in keyof F]: F[K] extends Field<infer T> ? T : never };

/** All settings as they are without a word. */
export function defaults<F extends Fields>(fields: F): Settings<F> {
  return read(fields, new Map());
}

/**
 * A link's hash: "#penalties?show=l1;tl1:a=0.5&t=2". Settings at their defaults are left out, so that links are short
 * and stay readable; characters that a hash may hold stay as they are.
 */
export function writeHash<F extends Fields>(
  pane: string,
  fields: F,
  settings: Settings<F>,
): string {
  const told = Object.entries<Field<unknown>>(fields as never).flatMap(([name, field]) => {
    const text = field.write(settings[name]);
    return text === field.write(field.default) ? [] : [`${name}=${escaped(text)}`];
  });
  return told.length === 0 ? `#${pane}` : `#${pane}?${told.join("&")}`;
}

/** A hash taken apart; nothing in it is trusted. */
export function splitHash(hash: string): { pane: string; told: ReadonlyMap<string, string> } {
  const [, pane, rest = ""] = /^#?([^?]*)\??(.*)$/s.exec(hash) ?? ["", "", ""];
  const told = new Map<string, string>();
  for (const pair of rest.split("&")) {
    const [, name, text] = /^([^=]+)=(.*)$/s.exec(pair) ?? [];
    if (name) told.set(name, unescaped(text));
  }
  return { pane, told };
}

/** The settings that a link tells, and defaults for all else. */
export function read<F extends Fields>(fields: F, told: ReadonlyMap<string, string>): Settings<F> {
  const entries = Object.entries<Field<unknown>>(fields as never).map(([name, field]) => {
    const text = told.get(name);
    return [name, (text === undefined ? undefined : field.read(text)) ?? field.default];
  });
  return Object.fromEntries(entries);
}

function escaped(text: string): string {
  return encodeURIComponent(text).replace(/%(2C|2F|3A|3B|3D|3F|40)/g, decodeURIComponent);
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a % that somebody typed
  }
}
