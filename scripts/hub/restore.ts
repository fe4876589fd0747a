import { createHash } from "node:crypto";
import { createReadStream, existsSync, readFileSync } from "node:fs";
import { copyFile, mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { TransactionSql } from "postgres";
import { connect } from "#db/connect.ts";
import { ensureAppRole } from "#db/roles.ts";
import { StartupError } from "#lib/startup-error.ts";
import type { ArtifactStore } from "#lib/storage/artifact-store.ts";
import { listMigrations, type Manifest } from "#scripts/hub/backup.ts";

type Options = { url: string; folder: string; dataDir: string; store: ArtifactStore };

/**
 * Fills an empty hub, in one transaction, from what `backup` wrote. Jobs are not among it: the worker finds tasks that
 * have none and queues them again.
 * @throws StartupError when the hub is in use, the backup is damaged, or it was made by another version
 */
export async function restore({ url, folder, dataDir, store }: Options): Promise<Manifest> {
  const manifest = readManifest(folder);
  for (const sha256 of manifest.artifacts) {
    const file = join(folder, "artifacts", sha256);
    if (existsSync(file)) await store.put(sha256, await readFile(file));
  }
  const sql = connect(url, { max: 1, applicationName: "oversight-hub restore" });
  try {
    await sql.begin(async (tx) => {
      await requireEmpty(tx, manifest);
      for (const table of manifest.tables) await readTable(tx, folder, table);
      await resume(tx);
    });
    await ensureAppRole(sql, url, await adoptSecret(folder, dataDir));
  } finally {
    await sql.end({ timeout: 1 });
  }
  return manifest;
}

function readManifest(folder: string): Manifest {
  try {
    return JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as Manifest;
  } catch {
    throw new StartupError(`${folder} has no manifest.json: it is no backup, or one that was broken off.`);
  }
}

async function requireEmpty(tx: TransactionSql, manifest: Manifest): Promise<void> {
  const [used] = await tx`select from users limit 1`;
  if (used) throw new StartupError("This hub has users already; restore into an empty one.");
  if ((await listMigrations(tx)).join() !== manifest.migrations.join()) {
    throw new StartupError("The backup was made by another version of the hub; restore it with that one, then update.");
  }
  // A hub that was only started has a set-up link and its counts of requests; history, which nobody may delete, it has not.
  for (const { name } of manifest.tables.toReversed()) {
    const [row] = await tx`select from ${tx(name)} limit 1`;
    if (row) await tx`delete from ${tx(name)}`;
  }
}

async function readTable(tx: TransactionSql, folder: string, table: Manifest["tables"][number]): Promise<void> {
  const file = join(folder, "tables", `${table.name}.copy`);
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  if (hash.digest("hex") !== table.sha256) throw new StartupError(`${file} is not what was saved.`);
  // Triggers number tasks, count them and stamp events: the rows have all that already. An account's makes the sequence
  // of its numbers, which is wanted.
  const triggers = table.name === "accounts" ? "enable" : "disable";
  await tx.unsafe(`alter table "${table.name}" ${triggers} trigger user`);
  const writable = await tx`copy ${tx(table.name)} (${tx(table.columns)}) from stdin`.writable();
  await pipeline(createReadStream(file), writable);
  await tx.unsafe(`alter table "${table.name}" enable trigger user`);
}

/** Sequences go on after what was restored, and events count as told: their transactions were another cluster's. */
async function resume(tx: TransactionSql): Promise<void> {
  await tx`alter table task_events disable trigger user`;
  await tx`update task_events set xid = 0`;
  await tx`alter table task_events enable trigger user`;
  const identities = await tx<{ name: string; column: string }[]>`
    select c.relname as name, a.attname as column from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and a.attidentity <> ''`;
  for (const { name, column } of identities) {
    await tx`
      select setval(pg_get_serial_sequence(${`public.${name}`}, ${column}), coalesce(max(${tx(column)}), 0) + 1, false)
      from ${tx(name)}`;
  }
  await tx`
    select setval(format('task_numbers.%I', account_id::text)::regclass, max(number)) from tasks group by account_id`;
}

/** Links and sessions hold under the secret of the hub that was saved, unless this one was given its own. */
async function adoptSecret(folder: string, dataDir: string): Promise<string> {
  if (process.env.AUTH_SECRET) return process.env.AUTH_SECRET;
  await mkdir(join(dataDir, "secrets"), { recursive: true, mode: 0o700 });
  await copyFile(join(folder, "auth-secret"), join(dataDir, "secrets", "auth-secret"));
  return readFile(join(folder, "auth-secret"), "utf8");
}
