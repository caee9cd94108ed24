import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { katex } from "@mdit/plugin-katex";
import { defineConfig } from "vitepress";
import { bundledText } from "./bundled-text.ts";
import { formulas } from "./markdown/formulas.ts";
import { links } from "./markdown/links.ts";
import { pictures } from "./markdown/pictures.ts";
import { sidebar } from "./sidebar.ts";
import { repository, site } from "./site.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}apps/cli/package.json`, "utf8"));
const base = new URL(site).pathname;

export default defineConfig({
  title: "proxkit",
  description: "Sparse models in TypeScript: a loss plus a penalty, minimised by a solver",
  lang: "en",
  base,
  srcDir: "../../docs", // which reads well on GitHub too; there the root's vue and vitepress are found
  cleanUrls: false,
  lastUpdated: false,
  sitemap: { hostname: site },
  head: [["link", { rel: "icon", type: "image/svg+xml", href: `${base}favicon.svg` }]],
  markdown: {
    attrs: { disable: true }, // {−1, 1} is a set
    theme: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" },
    config(md) {
      links(md, root);
      formulas(md);
      pictures(md, root);
      katex(md as never, { output: "htmlAndMathml" }); // whose types are of a later markdown-it
    },
  },
  transformPageData(page) {
    page.filePath = page.frontmatter.source ?? `docs/${page.filePath}`; // for the edit link
  },
  themeConfig: {
    nav: [
      { text: "Guide", link: "/guide/start", activeMatch: "^/(guide/|errata|benchmarks)" },
      { text: "Gallery", link: "/gallery/" },
      { text: "Playground", link: "/playground" },
      { text: "API", link: "/api/" },
      { text: "GitHub", link: repository },
      { text: `v${version}`, link: `${repository}/releases` },
    ],
    sidebar: sidebar(root),
    search: { provider: "local" },
    notFound: { quote: "There is no such page here. The search may know where it went." },
    editLink: { text: "Edit this page", pattern: `${repository}/edit/main/:path` },
  },
  vite: {
    plugins: [bundledText()],
    resolve: { conditions: ["@proxkit/source"] },
    worker: { format: "es" },
    build: { chunkSizeWarningLimit: 2000 }, // the index of the local search, which is loaded with the first search
  },
});
