import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Example, examples } from "./examples.ts";

/**
 * Writes docs/gallery: a page for each program of examples/, with its picture, and one that shows them all. The
 * pictures are copied there: Vite serves what is below the folder of the pages.
 *
 * @param root the repository's root folder
 */
export async function generateGallery(root: string): Promise<void> {
  const folder = join(root, "docs/gallery");
  const all = examples(root);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await cp(join(root, "examples/pictures"), join(folder, "pictures"), { recursive: true });
  await writeFile(join(folder, "index.md"), overview(all));
  for (const example of all) await writeFile(join(folder, `${example.name}.md`), page(example));
}

function page({ name, title, text, code, description }: Example): string {
  return `---
source: examples/${name}.ts
---

# ${title}

${text}

![${inBrackets(description)}](../../examples/pictures/${name}.svg)

## The program

It is [examples/${name}.ts](${name}.ts). From a checkout:

\`\`\`sh
npm run example examples/${name}.ts ${name}.svg
\`\`\`

\`\`\`typescript
${code.trim()}
\`\`\`
`;
}

function overview(all: readonly Example[]): string {
  const cards = all.map(
    ({ name, title, description, width, height }) => `<a class="card" href="./${name}.html">
<img src="./pictures/${name}.svg" width="${width}" height="${height}" alt="${inQuotes(description)}" loading="lazy">
<span>${title}</span>
</a>`,
  );
  return `---
editLink: false
aside: false
---

# Gallery

Each picture is drawn by a short program, which is shown beside it and which the tests run: what it prints and what it draws
is what you get.

<div class="cards">
${cards.join("\n")}
</div>
`;
}

/** Text for the brackets of an image. */
function inBrackets(text: string): string {
  return text.replaceAll(/\s+/g, " ").replaceAll(/([[\]\\*_`])/g, "\\$1");
}

/** Text for an attribute: in the SVG < and & are escaped. */
function inQuotes(text: string): string {
  return text.replaceAll(/\s+/g, " ").replaceAll('"', "&quot;");
}
