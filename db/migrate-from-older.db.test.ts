import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { connect } from "#db/connect.ts";
import { withDatabase } from "#db/url.ts";

const migrations = join(import.meta.dirname, "migrations");
const database = `older_${process.pid}`;
const url = withDatabase(inject("templateUrl"), database);
const admin = connect(withDatabase(inject("templateUrl"), "postgres"), { max: 1 });
let older: string;
beforeAll(async () => {
  older = mkdtempSync(join(tmpdir(), "oversight-hub-migrations-"));
  await admin.unsafe(`CREATE DATABASE ${database}`);
});
afterAll(async () => {
  await admin.unsafe(`DROP DATABASE ${database} WITH (FORCE)`);
  await admin.end({ timeout: 1 });
  rmSync(older, { recursive: true, force: true });
});

/** A folder with the migrations before the one of that name. */
function migrationsBefore(name: string): string {
  cpSync(migrations, older, { recursive: true });
  const file = join(older, "meta", "_journal.json");
  const journal = JSON.parse(readFileSync(file, "utf8")) as { entries: { tag: string }[] };
  const at = journal.entries.findIndex(({ tag }) => tag === name);
  expect(at).toBeGreaterThan(0);
  writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, at) }));
  return older;
}

async function migrateWith(migrationsFolder: string): Promise<void> {
  const client = connect(url, { max: 1 });
  await migrate(drizzle(client), { migrationsFolder });
  await client.end({ timeout: 1 });
}

it("tasks from before there was a search are found by it, as are those that came since", async () => {
  await migrateWith(migrationsBefore("0009_search"));
  const owner = connect(url, { max: 1 });
  const [account] =
    await owner`insert into accounts (id, name, slug) values (gen_random_uuid(), 'First', 'first') returning id`;
  const insert = (id: string, title: string) => owner`
    insert into tasks (uid, account_id, id, task_type, title, task_source_group_id, requires_approval, request_sha256, created_by)
    values (gen_random_uuid(), ${account?.id}, ${id}, 'blog_post', ${title}, 'Spring', true, '0', 'test')`;
  await insert("before", "How Tides shape estuaries");
  await migrateWith(migrations);
  await insert("since", "Ebb");
  const words = await owner`select words from task_words order by words`;
  expect(words.map((row) => row.words)).toEqual([
    "ebb\u001fsince\u001fspring",
    "how tides shape estuaries\u001fbefore\u001fspring",
  ]);
  await owner.end({ timeout: 1 });
});
