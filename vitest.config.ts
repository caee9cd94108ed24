import { defineConfig } from "vitest/config";

export default defineConfig({
  ssr: { resolve: { conditions: ["@proxkit/source", "module", "node", "import", "default"] } },
  resolve: { conditions: ["@proxkit/source", "module", "node", "import", "default"] },
  test: {
    include: [
      "{packages,apps}/*/test/**/*.test.ts",
      "benchmarks/test/**/*.test.ts",
      "packages/create-penalty/template/test/**/*.test.ts",
      "tools/test/**/*.test.ts",
    ],
    reporters: ["default", "./tools/plain-summary.ts"],
    coverage: { include: ["{packages,apps}/*/src/**"], reporter: ["text"] },
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
