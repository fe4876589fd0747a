import { randomUUID } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { TransactionSql } from "postgres";
import { connect } from "#db/connect.ts";
import { StartupError } from "#lib/startup-error.ts";
import { LocalArtifactStore } from "#lib/storage/local-artifact-store.ts";

/** Any number that no one else locks; machines that start at the same time take turns. */
const lock = 7_207_165_353;
const mark = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;
/** So many of the latest files are looked for: a file may be missing, all of them are elsewhere. */
const looked = 5;

/**
 * Makes sure that `DATA_DIR` is the folder in which the database's files lie: of several machines each may have a folder
 * of its own by mistake, and then half of the files are missing on each. Folder and database carry the same mark, the
 * database as the comment of its table of files, which goes along in a dump. A folder without it that holds the files
 * all the same (one that was copied) is taken, and so is any folder by a database that names no file and has no mark.
 *
 * @param url the database as its owner
 * @throws StartupError when the files lie elsewhere
 */
export async function ensureSharedFiles(url: string, dataDir: string): Promise<void> {
  const sql = connect(url, { max: 1, applicationName: "oversight-hub start" });
  const path = join(dataDir, "artifacts", "mark");
  try {
    const { id, isHere } = await sql.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(${lock})`;
      const here = mark.exec(await readFile(path, "utf8").catch(() => ""))?.[0] ?? null;
      const known = await readMark(tx);
      if (here !== null && here === known) return { id: here, isHere: true };
      const id = known ?? here ?? randomUUID();
      if (known === null) await writeMark(tx, id);
      const found = await holdsFiles(tx, dataDir);
      const isHere = found === "some" || (found === "nothing to hold" && known === null);
      if (isHere) {
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, `${id}\n`);
      }
      return { id, isHere };
    });
    if (isHere) return;
    throw new StartupError(
      `DATA_DIR ${dataDir} is not the folder with this database's files: give all machines one shared DATA_DIR, or set S3_BUCKET on all of them. To go on without those files, write ${id} to ${path}.`,
    );
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function readMark(tx: TransactionSql): Promise<string | null> {
  const [row] = await tx<{ comment: string | null }[]>`
    select obj_description('public.artifacts'::regclass, 'pg_class') as comment`;
  return mark.exec(row?.comment ?? "")?.[0] ?? null;
}

async function writeMark(tx: TransactionSql, id: string): Promise<void> {
  // The statement takes no parameters; the mark is a UUID by construction.
  await tx.unsafe(`comment on table public.artifacts is 'The files lie in the folder with the mark ${id}'`);
}

async function holdsFiles(tx: TransactionSql, dataDir: string): Promise<"some" | "none" | "nothing to hold"> {
  const store = new LocalArtifactStore(dataDir);
  const latest = await tx<{ sha256: string }[]>`
    select sha256 from artifacts order by id desc limit ${looked}`;
  if (latest.length === 0) return "nothing to hold";
  for (const { sha256 } of latest) if (await store.has(sha256)) return "some";
  return "none";
}
