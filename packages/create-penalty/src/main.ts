import { parseArgs } from "node:util";
import { createPackage } from "./create-package.ts";
import { type PackageName, readPackageName } from "./package-name.ts";
import { UsageError } from "./usage-error.ts";

const USAGE = `Usage: npm create proxkit-penalty NAME

Makes a folder with a sparsity penalty for proxkit, in TypeScript, as an npm package of that name, its
proximal operator tested against the laws of a prox.`;
const GUIDE = "https://github.com/proxkit/proxkit/blob/main/docs/guide/write-a-penalty.md";

/** Runs the command in the working directory; gives its exit code: 0, or 2 with one line on what is wrong. */
export function main(args: readonly string[]): 0 | 2 {
  try {
    const name = readArguments(args);
    if (name === undefined) {
      process.stdout.write(`${USAGE}\n`);
      return 0;
    }
    createPackage(name, process.cwd());
    process.stdout.write(nextSteps(name));
    return 0;
  } catch (error) {
    const { message } = error as Error;
    process.stderr.write(`create-proxkit-penalty: ${message.replaceAll(/\s*\n\s*/g, " ")}\n`);
    return 2;
  }
}

/** The name asked for, or nothing where help is. */
function readArguments(args: readonly string[]): PackageName | undefined {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { help: { type: "boolean", short: "h" } },
    allowPositionals: true,
  });
  if (values.help) return undefined;
  if (positionals.length !== 1)
    throw new UsageError(
      `expected one name, as in npm create proxkit-penalty my-penalty, received ${positionals.length}`,
    );
  return readPackageName(positionals[0]);
}

function nextSteps({ name, folder }: PackageName): string {
  return `Made ${name}, with a penalty to change: ${folder}/src/capped-l1.ts

  cd ${folder}
  npm install
  npm test                # the laws, and your own tests
  npx proxkit check .     # the laws, and a picture with --plot

${GUIDE}
`;
}
