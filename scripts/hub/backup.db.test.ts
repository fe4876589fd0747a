import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Sql } from "postgres";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { insertArtifact } from "#domain/publications/testing.ts";
import { createTask } from "#domain/tasks/create-task.ts";
import { createTestHub, insertTaskIn, newPost, type TestHub } from "#domain/tasks/testing.ts";
import { env } from "#lib/env.ts";
import { LocalArtifactStore } from "#lib/storage/local-artifact-store.ts";
import { backup, type Manifest } from "#scripts/hub/backup.ts";
import { restore } from "#scripts/hub/restore.ts";

const folder = mkdtempSync(join(tmpdir(), "hub-backup-"));
const saved = join(folder, "saved");
const stores = { from: new LocalArtifactStore(join(folder, "from")), to: new LocalArtifactStore(join(folder, "to")) };
const bytes = new TextEncoder().encode("a picture");
const thumbnail = new TextEncoder().encode("the same, small");
const hashOf = (file: Uint8Array) => createHash("sha256").update(file).digest("hex");
const [sha256, thumbnailSha256] = [hashOf(bytes), hashOf(thumbnail)];

let hub: TestHub;
let empty: TestDatabase;
let manifest: Manifest;

beforeAll(async () => {
  [hub, empty] = await Promise.all([createTestHub(), createTestDatabase()]);
  await createTask(hub.ctx, newPost({ task_id: "waiting", topic: "Tabs\tand\nlines \\ and ünïcode" }));
  const { uid } = await insertTaskIn(hub.ctx, "published", { id: "live" });
  await insertArtifact(hub.ctx, uid, "cover.png", sha256);
  await hub.owner`update artifacts set thumbnail_sha256 = ${thumbnailSha256} where sha256 = ${sha256}`;
  await stores.from.put(sha256, bytes);
  await stores.from.put(thumbnailSha256, thumbnail);
  manifest = await backup({ url: hub.url, folder: saved, secret: env().AUTH_SECRET, store: stores.from });
});
afterAll(async () => {
  await Promise.all([hub.close(), empty.close()]);
  rmSync(folder, { recursive: true });
});

it("refuses a hub that is in use, and a folder that is no backup", async () => {
  const target = { url: hub.url, folder: saved, dataDir: join(folder, "to"), store: stores.to };
  await expect(restore(target)).rejects.toThrow("has users already");
  await expect(restore({ ...target, folder })).rejects.toThrow("is no backup");
});

it("refuses a backup that was tampered with, and changes nothing", async () => {
  const file = join(saved, "tables", "tasks.copy");
  const original = readFileSync(file);
  writeFileSync(file, original.toString().replace("live", "dead"));
  const target = { url: empty.url, folder: saved, dataDir: join(folder, "to"), store: stores.to };
  await expect(restore(target)).rejects.toThrow("is not what was saved");
  expect(await contents(empty.owner, ["users", "accounts"])).toEqual({ users: [], accounts: [] });
  writeFileSync(file, original);
});

it("brings back every row and file, and goes on from there", async () => {
  await restore({ url: empty.url, folder: saved, dataDir: join(folder, "to"), store: stores.to });
  const tables = manifest.tables.map(({ name }) => name).filter((name) => name !== "task_events");
  expect(tables).toContain("publications");
  expect(await contents(empty.owner, tables)).toEqual(await contents(hub.owner, tables));
  const events = (owner: Sql) => owner`select id, task_id, type, message, actor from task_events order by id`;
  expect([...(await events(empty.owner))]).toEqual([...(await events(hub.owner))]);
  expect(await new Response(await stores.to.open(sha256)).text()).toBe("a picture");
  expect(await new Response(await stores.to.open(thumbnailSha256)).text()).toBe("the same, small");

  const { row } = await createTask({ ...hub.ctx, db: empty.db }, newPost({ task_id: "next" }));
  expect(row.number).toBe(3);
});

async function contents(owner: Sql, tables: string[]): Promise<Record<string, string[]>> {
  const entries = tables.map(async (name): Promise<[string, string[]]> => {
    const rows = await owner<{ row: string }[]>`select t::text as row from ${owner(name)} t order by 1`;
    return [name, rows.map(({ row }) => row)];
  });
  return Object.fromEntries(await Promise.all(entries));
}
