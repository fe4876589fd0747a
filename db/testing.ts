import { randomBytes } from "node:crypto";
import { drizzle } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import { inject } from "vitest";
import type { Database } from "#db/client.ts";
import { connect } from "#db/connect.ts";
import { ensureAppRole } from "#db/roles.ts";
import * as schema from "#db/schema/index.ts";
import { appUrl, withDatabase } from "#db/url.ts";
import { env } from "#lib/env.ts";

/** A database of one test file's own. */
export type TestDatabase = {
  /** As the product sees it: the app's role, under row-level security. */
  db: Database;
  /** Plain postgres.js as the owner, past row-level security: to arrange and to look. */
  owner: Sql;
  /** What `DATABASE_URL` would be: the owner's. */
  url: string;
  /** The same as the app's role. */
  appUrl: string;
  close(): Promise<void>;
};

/** Copies the migrated database; for `*.db.test.ts` files, once in `beforeAll`, with `close` in `afterAll`. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const templateUrl = inject("templateUrl");
  const template = new URL(templateUrl).pathname.slice(1);
  const name = `test_${randomBytes(6).toString("hex")}`;
  await asAdmin(templateUrl, (admin) => admin.unsafe(`CREATE DATABASE ${name} TEMPLATE ${template}`));

  const url = withDatabase(templateUrl, name);
  const owner = connect(url, { max: 2 });
  const role = await ensureAppRole(owner, url, env().AUTH_SECRET);
  const appRoleUrl = appUrl(url, env().AUTH_SECRET);
  const pool = connect(appRoleUrl, { max: 10 });
  return {
    db: drizzle(pool, { schema }),
    owner,
    url,
    appUrl: appRoleUrl,
    async close() {
      await Promise.all([pool.end({ timeout: 1 }), owner.end({ timeout: 1 })]);
      await asAdmin(templateUrl, async (admin) => {
        await admin.unsafe(`DROP DATABASE ${name} WITH (FORCE)`);
        await admin.unsafe(`DROP ROLE ${role}`);
      });
    },
  };
}

/** A connection to the cluster that is in neither database, for one is copied and the other dropped. */
async function asAdmin<T>(templateUrl: string, work: (admin: Sql) => Promise<T>): Promise<T> {
  const admin = connect(withDatabase(templateUrl, "postgres"), { max: 1 });
  try {
    return await work(admin);
  } finally {
    await admin.end({ timeout: 1 });
  }
}
