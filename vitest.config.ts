import { configDefaults, defineConfig } from "vitest/config";

const databaseTests = "**/*.db.test.ts";
const exclude = [...configDefaults.exclude, "e2e/**", "tools/**", ".next/**", ".data/**"];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["**/*.test.ts", "**/*.test.tsx"],
          exclude: [...exclude, databaseTests],
          env: { LOG_LEVEL: "silent" },
        },
      },
      {
        test: {
          name: "domain",
          include: [databaseTests],
          exclude,
          globalSetup: ["db/testing-cluster.ts"],
          env: { LOG_LEVEL: "silent" },
          testTimeout: 15_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
