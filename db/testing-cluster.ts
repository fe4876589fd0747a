import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "#db/embedded.ts";
import { migrate } from "#db/migrate.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The migrated database that every test database is copied from, as its owner. */
    templateUrl: string;
  }
}

/** One Postgres for all database tests of a run, with one migrated database to copy; gone when they are done. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), "oversight-hub-test-"));
  // As root Postgres runs as another user, who has to get in.
  chmodSync(dataDir, 0o755);
  const settings = { fsync: "off", full_page_writes: "off", synchronous_commit: "off", max_connections: "300" };
  const cluster = await startEmbedded({ dataDir, settings });
  // Of no consequence: every copy gets a role of its own.
  await migrate(cluster.url, "a secret of the template");
  project.provide("templateUrl", cluster.url);
  return async () => {
    await cluster.stop();
    for (const folder of [dataDir, project.config.env.DATA_DIR]) {
      if (folder) rmSync(folder, { recursive: true, force: true });
    }
  };
}
