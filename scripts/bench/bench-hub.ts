import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { buildIfStale } from "#scripts/build.ts";
import { type Hub, startHub } from "#scripts/start-hub.ts";

const root = join(import.meta.dirname, "..", "..");

/** A production start with an empty database, one admin, and no limit that a measurement would run into. */
export async function startBenchHub(): Promise<Hub> {
  await buildIfStale(console.log, AbortSignal.timeout(600_000));
  return startHub({
    ADMIN_EMAIL: benchAdmin.email,
    ADMIN_PASSWORD: benchAdmin.password,
    LOG_LEVEL: "error",
    RATE_LIMIT_PER_MINUTE: "1000000",
    RATE_LIMIT_BURST: "1000000",
  });
}

export const benchAdmin = { email: "bench@example.com", password: "a password for the bench" };

export function createBenchKey(hub: Hub): string {
  const args = [join(root, "scripts", "hub.ts"), "keys", "create", "--name", "bench"];
  const env = { ...process.env, DATA_DIR: hub.dataDir, DATABASE_URL: "" };
  return execFileSync(process.execPath, args, { cwd: root, env, encoding: "utf8" }).trim();
}
