// Bundles the package in the working directory, src/index.ts with all it imports of its own, into dist/index.js.
// Node takes half a millisecond to find and link a module: a package of many small files would start slowly.
import { globSync, rmSync } from "node:fs";
import { build } from "vite";

for (const old of globSync("dist/**/*.{js,js.map}")) rmSync(old);
await build({
  configFile: false,
  logLevel: "warn",
  build: {
    target: "es2023",
    minify: false,
    sourcemap: true,
    emptyOutDir: false, // it holds the types, which tsc has written
    lib: { entry: "src/index.ts", formats: ["es"], fileName: () => "index.js" },
    // maps point to src, which the package brings
    rolldownOptions: { external: /^[^./]/, output: { sourcemapExcludeSources: true } },
  },
});
