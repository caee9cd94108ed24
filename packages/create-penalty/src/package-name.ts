import { builtinModules } from "node:module";
import { templateDependencies } from "./template-dependencies.ts";
import { UsageError } from "./usage-error.ts";

/** A name that npm accepts, and the folder for it. */
export interface PackageName {
  /** `my-penalty` or `@me/my-penalty` */
  readonly name: string;
  /** The name without its scope. */
  readonly folder: string;
}

const NAME = /^(?:@[a-z0-9][a-z0-9._-]*\/)?([a-z0-9][a-z0-9._-]*)$/;
const RESERVED = ["node_modules", "favicon.ico", ...builtinModules];
const OURS = /^(?:@proxkit\/.*|proxkit|create-proxkit-penalty)$/;
const LONGEST = 214;

/**
 * Reads the name of a new package.
 *
 * @throws UsageError if npm would refuse it, or the package would depend on its own name
 * Source: validate-npm-package-name, the rules for new packages.
 */
export function readPackageName(text: string): PackageName {
  const [, folder] = text.match(NAME) ?? [];
  if (folder === undefined)
    throw new UsageError(
      `expected a name for npm, such as my-penalty or @me/my-penalty (no capitals, spaces or paths), received ${JSON.stringify(text)}`,
    );
  if (text.length > LONGEST)
    throw new UsageError(
      `a name for npm has at most ${LONGEST} characters, received ${text.length}`,
    );
  if (RESERVED.includes(text))
    throw new UsageError(`${text} is a name that Node or npm keeps for itself`);
  if (OURS.test(text) || templateDependencies().includes(text))
    throw new UsageError(
      `${text} is the name of a package that a penalty is built or used with; choose another name`,
    );
  return { name: text, folder };
}
