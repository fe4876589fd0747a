import { createHash, createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { env } from "#lib/env.ts";
import { readOrCreateSecret } from "#lib/secrets.ts";
import { StartupError } from "#lib/startup-error.ts";

/** Name of the database and role that the embedded Postgres serves. */
export const embeddedName = "oversight_hub";

/**
 * The database as its owner: `DATABASE_URL`, or the embedded Postgres that runs on `DATA_DIR`.
 * @throws StartupError when there is neither.
 */
export function ownerUrl(): string {
  const url = env().DATABASE_URL ?? runningEmbeddedUrl(env().DATA_DIR);
  if (!url) {
    throw new StartupError(
      `DATABASE_URL is not set and no embedded Postgres runs on ${env().DATA_DIR}; run \`npm start\`.`,
    );
  }
  return url;
}

/** The database past any pooler, as its owner: what migrations, LISTEN and session locks need. */
export function directUrl(): string {
  return env().DATABASE_DIRECT_URL ?? ownerUrl();
}

/**
 * The same database as the role that the app works in. Its password follows from `AUTH_SECRET`, so that every machine
 * of an installation arrives at the same one without being told.
 */
export function appUrl(owner: string, secret: string): string {
  const url = new URL(owner);
  const role = appRoleName(databaseName(owner));
  url.username = role;
  url.password = appRolePassword(role, secret);
  return url.href;
}

/** One role for each database, for roles belong to the whole cluster and several hubs may share one. */
export function appRoleName(database: string): string {
  return `hub_app_${createHash("md5").update(database).digest("hex").slice(0, 8)}`;
}

export function appRolePassword(role: string, secret: string): string {
  return createHmac("sha256", secret).update(`database role ${role}`).digest("hex");
}

export function databaseName(url: string): string {
  const parsed = new URL(url);
  return decodeURIComponent(parsed.pathname.slice(1) || parsed.username);
}

/** `url` with another database in its path. */
export function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${encodeURIComponent(database)}`;
  return changed.href;
}

/** `url` without its credentials, for messages. */
export function describeUrl(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}

export function embeddedUrl(dataDir: string, port: number): string {
  return `postgres://${embeddedName}:${readOrCreateSecret(dataDir, "postgres-password")}@127.0.0.1:${port}/${embeddedName}`;
}

/**
 * Where the embedded Postgres of `dataDir` listens, as its own lock file says; null when it has none. It may be the
 * lock of one that was killed: only a connection tells.
 */
export function runningEmbeddedUrl(dataDir: string): string | null {
  try {
    const lines = readFileSync(join(dataDir, "postgres", "postmaster.pid"), "utf8").split("\n");
    const port = Number(lines[3]);
    return port > 0 ? embeddedUrl(dataDir, port) : null;
  } catch {
    return null;
  }
}
