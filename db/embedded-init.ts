import { execFile } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PostgresHome } from "#db/embedded-home.ts";
import { embeddedName } from "#db/url.ts";
import { readOrCreateSecret } from "#lib/secrets.ts";
import { StartupError } from "#lib/startup-error.ts";

export const isInitialised = (cluster: string) => existsSync(join(cluster, "PG_VERSION"));

/**
 * Makes a cluster with one empty database. Everything happens in a folder beside it that takes its place at the end,
 * so that one killed halfway leaves nothing behind that looks finished.
 *
 * @throws StartupError with what initdb says
 */
export async function initialiseCluster(home: PostgresHome, dataDir: string): Promise<void> {
  const draft = `${home.cluster}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  const passwordFile = join(tmpdir(), `oversight-hub-${process.pid}-${Date.now()}`);
  writeFileSync(passwordFile, `${readOrCreateSecret(dataDir, "postgres-password")}\n`, { mode: 0o600, flag: "wx" });
  try {
    if (home.identity) {
      for (const path of [draft, passwordFile]) chownSync(path, home.identity.uid, home.identity.gid);
    }
    chmodSync(draft, 0o700);
    await run(home, home.binaries.initdb, [
      `--pgdata=${draft}`,
      `--username=${embeddedName}`,
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--no-instructions",
    ]);
    const createDatabase = `CREATE DATABASE ${embeddedName};\n`;
    await run(
      home,
      home.binaries.postgres,
      ["--single", "-D", draft, "-c", "log_min_messages=fatal", "template1"],
      createDatabase,
    );
    renameSync(draft, home.cluster);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

function run(home: PostgresHome, program: string, args: string[], input = ""): Promise<void> {
  return new Promise((resolve, reject) => {
    const options = { ...home.identity, cwd: "/", env: { ...process.env, LC_ALL: "C" } };
    const child = execFile(program, args, options, (error, stdout, stderr) => {
      if (!error) return resolve();
      const said = `${stderr || stdout || error.message}`.trim().split("\n").at(-1);
      reject(new StartupError(`The embedded Postgres could not be set up: ${said}`));
    });
    child.stdin?.end(input);
  });
}
