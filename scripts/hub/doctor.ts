import { createHash, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { join } from "node:path";
import { Command } from "commander";
import type { Sql } from "postgres";
import type { Database } from "#db/client.ts";
import { connect } from "#db/connect.ts";
import { ensureWritable } from "#db/embedded-home.ts";
import { appRoleName, databaseName } from "#db/url.ts";
import { listAllAccounts } from "#domain/accounts/list-all-accounts.ts";
import { verifyChain } from "#domain/audit/verify-chain.ts";
import { systemActor } from "#domain/auth/system-actor.ts";
import { readHealth } from "#domain/health/read-health.ts";
import { env } from "#lib/env.ts";
import { isMailSet, senderAddress, verifyMail } from "#lib/mail/transport.ts";
import { getArtifactStore } from "#lib/storage/get-artifact-store.ts";
import { isBuilt } from "#scripts/build.ts";
import { by, withHub } from "#scripts/hub/with-hub.ts";

type Tools = { db: Database; owner: Sql; url: string };

/** Each says what it found; one that throws has found a fault. */
const checks: [name: string, check: (tools: Tools) => Promise<string>][] = [
  ["Node", async () => process.versions.node],
  ["data folder", dataFolder],
  ["database", async ({ owner }) => (await owner<{ version: string }[]>`select version()`)[0]?.version ?? ""],
  ["migrations", migrations],
  ["row-level security", role],
  ["accounts", async ({ db }) => `${(await listAllAccounts(db)).length}`],
  ["audit chains", auditChains],
  ["workers", workers],
  ["artifacts", artifacts],
  ["mail", mail],
  [
    "pages",
    async () => must(isBuilt(), "built from these sources", "not built yet, or changed since; `npm start` builds"),
  ],
];

export function doctorCommand(): Command {
  return new Command("doctor")
    .description("check the installation; exits with 1 when something is wrong")
    .action(async () => {
      await withHub(async (db, url) => {
        const owner = connect(url, { max: 1 });
        for (const [name, check] of checks) {
          try {
            console.log(`✓ ${name}: ${await check({ db, owner, url })}`);
          } catch (error) {
            console.log(`✗ ${name}: ${error instanceof Error ? error.message : error}`);
            process.exitCode = 1;
          }
        }
        await owner.end({ timeout: 1 });
      });
    });
}

function must(holds: boolean, found: string, fault: string): string {
  if (!holds) throw new Error(fault);
  return found;
}

async function dataFolder(): Promise<string> {
  const { DATA_DIR } = env();
  ensureWritable(DATA_DIR);
  const { bavail, bsize } = await statfs(DATA_DIR);
  const free = (bavail * bsize) / 2 ** 30;
  return must(free > 1, `${DATA_DIR}, ${free.toFixed(0)} GiB free`, `${DATA_DIR} has ${free.toFixed(2)} GiB free`);
}

async function migrations({ owner }: Tools): Promise<string> {
  const journal = JSON.parse(
    readFileSync(join(import.meta.dirname, "..", "..", "db", "migrations", "meta", "_journal.json"), "utf8"),
  ) as { entries: unknown[] };
  const [row] = await owner<{ count: number }[]>`select count(*)::int as count from drizzle.__drizzle_migrations`;
  const [done, wanted] = [row?.count ?? 0, journal.entries.length];
  return must(done === wanted, `all ${done}`, `${done} of ${wanted} have run; \`npm start\` runs the others`);
}

async function role({ owner, url }: Tools): Promise<string> {
  const name = appRoleName(databaseName(url));
  const [row] = await owner<{ safe: boolean }[]>`
    select not rolsuper and not rolbypassrls and not exists(select from pg_class where relowner = r.oid) as safe
    from pg_roles r where rolname = ${name}`;
  return must(
    row?.safe === true,
    `the app works as ${name}`,
    `the role ${name} is missing, owns tables or may bypass it`,
  );
}

async function auditChains({ db }: Tools): Promise<string> {
  let entries = 0;
  for (const account of await listAllAccounts(db)) {
    const chain = await verifyChain({ db, actor: systemActor(account.id, by), requestId: null });
    if (!chain.intact) throw new Error(`${account.slug}: position ${chain.position}, ${chain.reason}`);
    entries += chain.length;
  }
  return `intact, ${entries} entries`;
}

async function workers({ db }: Tools): Promise<string> {
  const { healthy, failing } = await readHealth(db, "none");
  return must(healthy, "heard within a minute", failing.join("; "));
}

async function mail(): Promise<string> {
  if (!isMailSet()) return "none is sent; SMTP_URL would name the server";
  const { SMTP_URL = "" } = env();
  const { host } = new URL(SMTP_URL);
  try {
    await verifyMail();
  } catch (error) {
    throw new Error(`${host} does not let us in: ${error instanceof Error ? error.message : error}`);
  }
  return `${host} lets us in; mails are from ${senderAddress()}`;
}

async function artifacts(): Promise<string> {
  const store = getArtifactStore();
  const probe = randomBytes(16);
  const sha256 = createHash("sha256").update(probe).digest("hex");
  await store.put(sha256, probe);
  const back = await new Response(await store.open(sha256)).bytes();
  await store.remove(sha256);
  const where = env().S3_BUCKET ?? "the data folder";
  return must(
    Buffer.compare(back, probe) === 0,
    `kept in ${where}`,
    `${where} gives back something else than it was given`,
  );
}
