import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Package, publicPackages } from "./packages.ts";
import { reference } from "./reference.ts";

/**
 * Writes docs/api: a page for each public package, of its README and its doc comments, and one that lists them.
 *
 * @param root the repository's root folder
 */
export async function generateApi(root: string): Promise<void> {
  const packages = publicPackages(root);
  const scratch = await mkdtemp(join(tmpdir(), "proxkit-api-"));
  try {
    const references = await reference(
      packages.flatMap(({ entryPoints }) => entryPoints),
      root,
      scratch,
    );
    const folder = join(root, "docs/api");
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, "index.md"), listing(packages));
    for (const one of packages) {
      const readme = await readFile(join(root, one.folder, "README.md"), "utf8").catch(
        () => `# ${one.name}\n\n${one.description}.\n`, // of a package that is being written
      );
      const [first, ...others] = one.entryPoints;
      const content = `${readme}\n${references.get(first?.page ?? "") ?? ""}`;
      await writeFile(join(folder, `${one.page}.md`), page(`${one.folder}/README.md`, content));
      for (const { name, page: path, source } of others)
        await writeFile(
          join(folder, `${path}.md`),
          page(source, `# ${name}\n\n${references.get(path)}`),
        );
    }
  } finally {
    await rm(scratch, { recursive: true });
  }
}

/** A page that knows which file it is made of, where its links start and where it is edited. */
function page(source: string, content: string): string {
  return `---\nsource: ${source}\noutline: [2, 3]\n---\n\n${content}`;
}

function listing(packages: readonly Package[]): string {
  const rows = packages.map(
    ({ name, page, description }) => `| [${name}](${page}.md) | ${description} |`,
  );
  return `---\neditLink: false\n---

# Packages and API

Each page is the README of a package, with what its doc comments say of every public name below it.

| package | what it is |
| --- | --- |
${rows.join("\n")}
`;
}
