import { fileURLToPath } from "node:url";
import type { UserConfig } from "vitepress";

type Plugin = Extract<
  NonNullable<NonNullable<UserConfig["vite"]>["plugins"]>[number],
  { name: string }
>;

/**
 * Pages are compiled to modules in docs/, where Vue is not installed: their imports of it are looked up from here.
 *
 * @param pages the folder of the pages
 */
export function vueForPages(pages: string): Plugin {
  return {
    name: "vue-for-pages",
    enforce: "pre",
    resolveId(id, importer, options) {
      if (!/^vue(\/|$)/.test(id) || !importer?.startsWith(pages)) return null;
      return this.resolve(id, fileURLToPath(import.meta.url), { ...options, skipSelf: true });
    },
  };
}
