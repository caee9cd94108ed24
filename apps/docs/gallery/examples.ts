import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

/** A program of examples/, which begins with its page in a comment. */
export interface Example {
  /** `wavelets` */
  readonly name: string;
  /** The heading of its page. */
  readonly title: string;
  /** What its page says, in Markdown. */
  readonly text: string;
  /** The program without that comment. */
  readonly code: string;
  /** What its picture shows, in words, as it stands in the SVG. */
  readonly description: string;
  /** Of its picture, px. */
  readonly width: string;
  /** Of its picture, px. */
  readonly height: string;
}

/** In the order in which the gallery shows them; others follow by name. */
const order = [
  "planted-network",
  "diabetes-path",
  "lorenz",
  "bias",
  "few-measurements",
  "groups",
  "best-subset",
  "logistic",
  "classes",
  "counts",
  "many-words",
  "unmixing",
  "wavelets",
  "proxes",
  "values",
  "envelopes",
  "broken-prox",
  "solver-race",
  "certified-run",
];

/**
 * @param root the repository's root folder
 * @throws Error if a program does not begin with a heading and a text
 */
export function examples(root: string): readonly Example[] {
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return globSync("examples/*.ts", { cwd: root })
    .map((path) => basename(path, ".ts"))
    .sort()
    .sort((a, b) => place(a) - place(b))
    .map((name) => read(root, name));
}

function read(root: string, name: string): Example {
  const file = readFileSync(join(root, `examples/${name}.ts`), "utf8");
  const [, title, text, code] = file.match(/^\/\*\n# (.+)\n\n([\s\S]+?)\n\*\/\n([\s\S]+)$/) ?? [];
  if (code === undefined) throw new Error(`examples/${name}.ts does not begin with a page`);
  const svg = readFileSync(join(root, `examples/pictures/${name}.svg`), "utf8");
  const description = svg.match(/<title>([\s\S]*?)<\/title>/)?.[1] ?? "";
  const [width, height] = ["width", "height"].map(
    (side) => svg.match(` ${side}="(\\d+)"`)?.[1] ?? "",
  );
  return { name, title, text, code, description, width, height };
}
