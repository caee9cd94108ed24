/** A room of the house: a workspace package, its folder and its name on npm. */
export interface Room {
  readonly folder: string;
  readonly name: string;
  /** The rooms whose values and types its `src` may import. */
  readonly mayImport: readonly string[];
  /** The rooms whose types alone it may import. Default: none. */
  readonly mayImportTypes?: readonly string[];
}

const penalties = [
  "@proxkit/penalties-box",
  "@proxkit/penalties-elastic-net",
  "@proxkit/penalties-group",
  "@proxkit/penalties-l0",
  "@proxkit/penalties-l1",
  "@proxkit/penalties-lhalf",
  "@proxkit/penalties-log-sum",
  "@proxkit/penalties-mcp",
  "@proxkit/penalties-scad",
  "@proxkit/penalties-tl1",
];
const libraries = [
  "@proxkit/penalty",
  "@proxkit/penalty-laws",
  "@proxkit/kernels",
  "@proxkit/core",
  "@proxkit/solvers",
  "@proxkit/regression",
  "@proxkit/paper",
];
const tools = ["@proxkit/plots", "create-proxkit-penalty"];

/** Who may import whom. Arrows run one way, and nobody imports an app. */
export const rooms: readonly Room[] = [
  { folder: "packages/penalty", name: "@proxkit/penalty", mayImport: [] },
  ...penalties.map((name) => ({
    folder: name.replace("@proxkit", "packages"),
    name,
    mayImport: ["@proxkit/penalty"],
  })),
  {
    folder: "packages/penalty-laws",
    name: "@proxkit/penalty-laws",
    mayImport: ["@proxkit/penalty"],
  },
  { folder: "packages/kernels", name: "@proxkit/kernels", mayImport: [] },
  { folder: "packages/core", name: "@proxkit/core", mayImport: ["@proxkit/kernels"] },
  {
    folder: "packages/solvers",
    name: "@proxkit/solvers",
    mayImport: ["@proxkit/core", "@proxkit/kernels", "@proxkit/penalty", "@proxkit/penalties-l0"],
  },
  {
    folder: "packages/regression",
    name: "@proxkit/regression",
    mayImport: ["@proxkit/core", "@proxkit/penalty", "@proxkit/solvers"],
  },
  {
    folder: "packages/paper",
    name: "@proxkit/paper",
    mayImport: ["@proxkit/core", "@proxkit/solvers", "@proxkit/penalty", ...penalties],
  },
  {
    folder: "packages/plots",
    name: "@proxkit/plots",
    mayImport: [],
    mayImportTypes: [...libraries, ...penalties, "create-proxkit-penalty"],
  },
  { folder: "packages/create-penalty", name: "create-proxkit-penalty", mayImport: [] },
  { folder: "apps/cli", name: "proxkit", mayImport: [...libraries, ...tools] },
  {
    folder: "apps/docs",
    name: "proxkit-docs",
    mayImport: [...libraries, ...penalties, ...tools],
  },
  {
    folder: "benchmarks",
    name: "proxkit-benchmarks",
    mayImport: [...libraries, ...penalties, "@proxkit/plots"],
  },
];
