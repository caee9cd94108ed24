import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Application, Converter, type TypeDocOptions } from "typedoc";
import { repository } from "../.vitepress/site.ts";
import type { EntryPoint } from "./packages.ts";

const table = "table";
const options: Omit<TypeDocOptions, "entryPoints"> & Record<string, unknown> = {
  plugin: ["typedoc-plugin-markdown"],
  skipErrorChecking: true, // the compiler has checked
  logLevel: "Warn",
  readme: "none",
  excludeExternals: true,
  excludeInternal: true,
  excludePrivate: true,
  excludeProtected: true,
  disableGit: true,
  sourceLinkTemplate: `${repository}/blob/main/{path}#L{line}`,
  groupOrder: ["Functions", "Classes", "Interfaces", "Type Aliases", "Variables"],
  // of typedoc-plugin-markdown
  outputFileStrategy: "modules",
  hidePageHeader: true,
  hidePageTitle: true,
  hideBreadcrumbs: true,
  useCodeBlocks: true,
  parametersFormat: table,
  interfacePropertiesFormat: table,
  classPropertiesFormat: table,
  typeAliasPropertiesFormat: table,
  propertyMembersFormat: table,
  typeDeclarationFormat: table,
  tableColumnSettings: {
    hideSources: true,
    hideModifiers: true,
    hideInherited: true,
    hideOverrides: true,
  },
};

/**
 * What the doc comments of public modules say, in Markdown: one text for each module, by its page.
 *
 * @param entryPoints the modules; links between them are to `page.md`
 * @param root the repository's root folder
 * @param out a folder for what TypeDoc writes
 */
export async function reference(
  entryPoints: readonly EntryPoint[],
  root: string,
  out: string,
): Promise<ReadonlyMap<string, string>> {
  const application = await Application.bootstrapWithPlugins({
    ...options,
    entryPoints: entryPoints.map(({ source }) => join(root, source)),
    tsconfig: join(root, "tsconfig.json"),
    basePath: root,
    displayBasePath: root,
    out,
  });
  application.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const module of project.children ?? []) {
      const path = module.sources?.[0].fileName;
      const entry = entryPoints.find(({ source }) => source === path);
      if (entry === undefined) throw new Error(`reference: no entry point is ${path}`);
      module.name = entry.page;
    }
  });
  const project = await application.convert();
  if (project === undefined) throw new Error("reference: TypeDoc converted nothing");
  await application.generateOutputs(project);
  if (application.logger.hasErrors() || application.logger.hasWarnings())
    throw new Error("reference: TypeDoc warns, see above");
  const texts = entryPoints.map(
    async ({ page }): Promise<[string, string]> => [
      page,
      polished(await readFile(join(out, `${page}.md`), "utf8")),
    ],
  );
  return new Map(await Promise.all(texts));
}

/** Sources are linked in one word, and those of the mathematics stand in a paragraph of their own. */
function polished(markdown: string): string {
  return markdown
    .replaceAll(/^Defined in: \[[^\]]*\]\(([^)]*)\)$/gm, "[Code]($1)")
    .replaceAll(/^Source: /gm, "\n**Source:** ");
}
