import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { katex } from "@mdit/plugin-katex";
import { defineConfig } from "vitepress";
import { bundledText } from "./bundled-text.ts";
import { linksToSources } from "./markdown/links-to-sources.ts";
import { repository, site } from "./site.ts";
import { vueForPages } from "./vue-for-pages.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}apps/cli/package.json`, "utf8"));
const base = new URL(site).pathname;

export default defineConfig({
  title: "proxkit",
  description: "Sparse models in TypeScript: a loss plus a penalty, minimised by a solver",
  lang: "en",
  base,
  srcDir: "../../docs", // which reads well on GitHub too
  cleanUrls: false,
  lastUpdated: false,
  sitemap: { hostname: site },
  head: [["link", { rel: "icon", type: "image/svg+xml", href: `${base}favicon.svg` }]],
  markdown: {
    config(md) {
      linksToSources(md, root);
      katex(md as never, { output: "htmlAndMathml" }); // whose types are of a later markdown-it
    },
  },
  themeConfig: {
    nav: [
      { text: "Playground", link: "/playground" },
      { text: `v${version}`, link: `${repository}/releases` },
    ],
    sidebar: [],
    search: { provider: "local" },
    editLink: { pattern: `${repository}/edit/main/docs/:path`, text: "Edit this page" },
    socialLinks: [{ icon: "github", link: repository }],
  },
  vite: {
    plugins: [bundledText(), vueForPages(`${root}docs/`)],
    resolve: { conditions: ["@proxkit/source"] },
    worker: { format: "es" },
  },
});
