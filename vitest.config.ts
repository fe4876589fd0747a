import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { configDefaults, defineConfig } from "vitest/config";

const databaseTests = "**/*.db.test.ts";
const exclude = [...configDefaults.exclude, "e2e/**", "tools/**", ".next/**", ".data/**"];

/** The tests see nothing of the environment they are started in. */
const env = {
  LOG_LEVEL: "silent",
  DATABASE_URL: "",
  AUTH_SECRET: "a secret of the tests, of no use elsewhere",
  DATA_DIR: join(tmpdir(), `oversight-hub-test-data-${process.pid}`),
};

/** Milliseconds. They end what hangs, and say nothing of speed: a slow machine under load is to pass too. */
const deadlines = { testTimeout: 240_000, hookTimeout: 240_000, expect: { poll: { timeout: 60_000 } } };

export default defineConfig({
  test: {
    // Vitest leaves a core to itself, which is half of a small machine, and many tests wait for a database or a process. The
    // test cluster has 300 connections, and a file takes up to twenty of them.
    maxWorkers: Math.min(availableParallelism(), 12),
    projects: [
      {
        test: {
          name: "unit",
          include: ["**/*.test.ts", "**/*.test.tsx"],
          exclude: [...exclude, databaseTests],
          env,
          ...deadlines,
        },
      },
      {
        test: {
          name: "domain",
          include: [databaseTests],
          exclude,
          globalSetup: ["db/testing-cluster.ts"],
          env,
          ...deadlines,
        },
      },
    ],
  },
});
