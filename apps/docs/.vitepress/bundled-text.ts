import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { UserConfig } from "vitepress";

type Plugin = Extract<
  NonNullable<NonNullable<UserConfig["vite"]>["plugins"]>[number],
  { name: string }
>;

const here = fileURLToPath(new URL("../", import.meta.url));
const MARK = "?bundled";

/**
 * `import url from "./script.ts?bundled"` is the address of a classic script: the file with all that it imports. A
 * sandbox without an origin can load no module, and is given the text.
 */
export function bundledText(): Plugin {
  let serving = false;
  return {
    name: "bundled-text",
    enforce: "pre",
    configResolved(config) {
      serving = config.command === "serve";
    },
    async resolveId(id, importer) {
      if (!id.endsWith(MARK)) return null;
      const file = await this.resolve(id.slice(0, -MARK.length), importer);
      return file && `${file.id}${MARK}`;
    },
    async load(id) {
      if (!id.endsWith(MARK)) return null;
      const { outputFiles, metafile } = await build({
        absWorkingDir: here,
        entryPoints: [id.slice(0, -MARK.length)],
        bundle: true,
        conditions: ["@proxkit/source"],
        format: "iife",
        metafile: true,
        minify: true,
        target: "es2022",
        write: false,
      });
      for (const input of Object.keys(metafile.inputs))
        if (!input.includes("node_modules")) this.addWatchFile(resolve(here, input));
      const code = outputFiles[0].text;
      if (serving)
        return `export default URL.createObjectURL(new Blob([${JSON.stringify(code)}]));`;
      const reference = this.emitFile({ type: "asset", name: "sandbox.js", source: code });
      return `export default import.meta.ROLLUP_FILE_URL_${reference};`;
    },
  };
}
