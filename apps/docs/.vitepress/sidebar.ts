import type { DefaultTheme } from "vitepress";
import { publicPackages } from "../api/packages.ts";
import { examples } from "../gallery/examples.ts";

type Items = DefaultTheme.SidebarItem[];

const guide: Items = [
  {
    text: "Start",
    items: [
      { text: "Five minutes", link: "/guide/start" },
      { text: "Tables", link: "/guide/tables" },
      { text: "From scikit-learn, glmnet, skglm", link: "/guide/from-other-packages" },
    ],
  },
  {
    text: "Choose",
    items: [
      { text: "A penalty", link: "/guide/choose-a-penalty" },
      { text: "A solver", link: "/guide/choose-a-solver" },
      { text: "λ against threshold", link: "/guide/threshold-and-lambda" },
      { text: "When to stop", link: "/guide/stop-rules" },
    ],
  },
  {
    text: "Write your own",
    items: [
      { text: "Penalty", link: "/guide/write-a-penalty" },
      { text: "Loss", link: "/guide/write-a-loss" },
      { text: "Solver", link: "/guide/write-a-solver" },
    ],
  },
  {
    text: "Trust",
    items: [
      { text: "Performance", link: "/guide/performance" },
      { text: "All measurements", link: "/benchmarks" },
      { text: "Numerical accuracy", link: "/guide/accuracy" },
      { text: "The paper", link: "/guide/paper" },
      { text: "Errata of the paper", link: "/errata" },
      { text: "Design of the packages", link: "/guide/design" },
    ],
  },
];

/**
 * What stands beside each page.
 *
 * @param root the repository's root folder
 */
export function sidebar(root: string): DefaultTheme.SidebarMulti {
  const gallery = examples(root).map(({ name, title }) => ({
    text: title,
    link: `/gallery/${name}`,
  }));
  const api = publicPackages(root).flatMap(({ name, page, entryPoints }) => [
    { text: shortName(name), link: `/api/${page}` },
    ...entryPoints.slice(1).map((one) => ({ text: shortName(one.name), link: `/api/${one.page}` })),
  ]);
  return {
    "/gallery/": [{ text: "Gallery", link: "/gallery/", items: gallery }],
    "/api/": [{ text: "Packages and API", link: "/api/", items: api }],
    "/": guide,
  };
}

function shortName(name: string): string {
  return name.replace("@proxkit/", "");
}
