import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { TransactionSql } from "postgres";
import { connect } from "#db/connect.ts";
import { StartupError } from "#lib/startup-error.ts";
import type { ArtifactStore } from "#lib/storage/artifact-store.ts";

export type Manifest = {
  format: 1;
  createdAt: string;
  /** Hashes of the migrations that had run: a restore needs the very same tables. */
  migrations: string[];
  tables: { name: string; columns: string[]; rows: number; sha256: string }[];
  /** SHA-256 of every file. */
  artifacts: string[];
};

type Options = { url: string; folder: string; secret: string; store: ArtifactStore };

/** Heartbeats of machines: worth nothing elsewhere. */
const leftOut = ["workers"];

/**
 * Writes every table as Postgres's own COPY text, all as of one moment, and every file that they name.
 * @throws StartupError when the folder exists or cannot be made
 */
export async function backup({ url, folder, secret, store }: Options): Promise<Manifest> {
  await mkdir(folder, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    throw new StartupError(`${folder} cannot be made (${error.code}); name a folder that does not exist yet.`);
  });
  for (const part of ["tables", "artifacts"]) await mkdir(join(folder, part));
  const sql = connect(url, { max: 1, applicationName: "oversight-hub backup" });
  try {
    const manifest = await sql.begin("isolation level repeatable read read only", (tx) => writeTables(tx, folder));
    for (const sha256 of manifest.artifacts) await copyArtifact(store, sha256, join(folder, "artifacts", sha256));
    await writeFile(join(folder, "auth-secret"), secret, { mode: 0o600 });
    // Last: a folder without it is a backup that was broken off.
    await writeFile(join(folder, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
    return manifest;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

async function writeTables(tx: TransactionSql, folder: string): Promise<Manifest> {
  const tables: Manifest["tables"] = [];
  for (const { name, columns } of await listTables(tx)) {
    if (leftOut.includes(name)) continue;
    const readable = await tx`copy ${tx(name)} (${tx(columns)}) to stdout`.readable();
    const hash = createHash("sha256");
    let rows = 0;
    const watch = new Transform({
      transform(chunk: Buffer, _, done) {
        hash.update(chunk);
        // In COPY's text format a line feed ends a row and nothing else: those in values are escaped.
        for (const byte of chunk) if (byte === 0x0a) rows += 1;
        done(null, chunk);
      },
    });
    await pipeline(readable, watch, createWriteStream(join(folder, "tables", `${name}.copy`), { mode: 0o600 }));
    tables.push({ name, columns, rows, sha256: hash.digest("hex") });
  }
  const artifacts = await tx<{ sha256: string }[]>`
    select sha256 from artifacts union select thumbnail_sha256 from artifacts where thumbnail_sha256 is not null order by 1`;
  return {
    format: 1,
    createdAt: new Date().toISOString(),
    migrations: await listMigrations(tx),
    tables,
    artifacts: artifacts.map(({ sha256 }) => sha256),
  };
}

/** Tables of the product in an order in which each comes after those that it refers to. */
export async function listTables(tx: TransactionSql): Promise<{ name: string; columns: string[] }[]> {
  const tables = await tx<{ name: string; columns: string[]; refersTo: string[] }[]>`
    select c.relname as name,
      array(
        select a.attname::text from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum
      ) as columns,
      array(
        select r.relname::text from pg_constraint k join pg_class r on r.oid = k.confrelid
        where k.conrelid = c.oid and k.contype = 'f' and r.oid <> c.oid
      ) as "refersTo"
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`;
  const ordered: { name: string; columns: string[] }[] = [];
  const placed = new Set<string>();
  while (ordered.length < tables.length) {
    const next = tables.find(({ name, refersTo }) => !placed.has(name) && refersTo.every((other) => placed.has(other)));
    if (!next) throw new Error("The tables refer to one another in a circle");
    placed.add(next.name);
    ordered.push({ name: next.name, columns: next.columns });
  }
  return ordered;
}

export async function listMigrations(tx: TransactionSql): Promise<string[]> {
  const rows = await tx<{ hash: string }[]>`select hash from drizzle.__drizzle_migrations order by created_at`;
  return rows.map(({ hash }) => hash);
}

async function copyArtifact(store: ArtifactStore, sha256: string, file: string): Promise<void> {
  const bytes = await store.open(sha256);
  // Removed with its task since the moment that the tables show.
  if (bytes) await pipeline(bytes, createWriteStream(file));
}
