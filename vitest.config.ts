import { defineConfig } from "vitest/config";

const conditions = ["@proxkit/source", "module", "node", "import", "default"];

export default defineConfig({
  ssr: { resolve: { conditions } },
  resolve: { conditions },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "packages",
          include: [
            "{packages,apps}/*/test/**/*.test.ts",
            "benchmarks/test/**/*.test.ts",
            "packages/create-penalty/template/test/**/*.test.ts",
            "tools/test/**/*.test.ts",
          ],
          exclude: ["**/node_modules/**", "apps/docs/**"],
        },
      },
      {
        extends: true,
        test: {
          name: "site",
          include: ["apps/docs/test/**/*.test.ts"],
          globalSetup: "apps/docs/test/build-and-serve.ts",
        },
      },
    ],
    reporters: ["default", "./tools/plain-summary.ts"],
    coverage: { include: ["{packages,apps}/*/src/**"], reporter: ["text"] },
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
