import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { PackageName } from "./package-name.ts";
import { templateRanges } from "./template-ranges.ts";
import { UsageError } from "./usage-error.ts";

const TEMPLATE = fileURLToPath(new URL("../template", import.meta.url));

/** What the template's files call the package. */
const PLACEHOLDER = "my-penalty";

/**
 * Writes a new penalty package: the template, under its own name.
 *
 * @param name the package's name and folder
 * @param parent the folder to make it in
 * @throws UsageError if the folder cannot be made; whatever fails, nothing half made is left behind
 */
export function createPackage({ name, folder }: PackageName, parent: string): void {
  const home = join(parent, folder);
  makeFolder(home, folder);
  try {
    for (const entry of readdirSync(TEMPLATE, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(home, relative(TEMPLATE, entry.parentPath), finalName(entry.name));
      const text = readFileSync(join(entry.parentPath, entry.name), "utf8");
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, withOurRanges(text.replaceAll(PLACEHOLDER, name)));
    }
  } catch (error) {
    rmSync(home, { recursive: true });
    throw error;
  }
}

function makeFolder(home: string, folder: string): void {
  try {
    mkdirSync(home);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reason = code === "EEXIST" ? "is there already; choose another name" : message;
    throw new UsageError(`${folder}: ${reason}`, { cause: error });
  }
}

/** The files whose names mean something to npm in a package that it packs have an underscore in front. */
function finalName(file: string): string {
  return file.replace("_gitignore", ".gitignore").replace(/^_/, "");
}

/** A package.json with the versions of our packages that are on npm; other files as they are. */
function withOurRanges(text: string): string {
  return Object.entries(templateRanges()).reduce(
    (manifest, [name, range]) => manifest.replace(`"${name}": "^0.0.0"`, `"${name}": "${range}"`),
    text,
  );
}
