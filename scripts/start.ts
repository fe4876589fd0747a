import { createServer } from "node:net";
import { closeDb, getDb } from "#db/client.ts";
import { ensureWritable } from "#db/embedded-home.ts";
import { migrate } from "#db/migrate.ts";
import { directUrl } from "#db/url.ts";
import { ensureAdmin } from "#domain/accounts/ensure-admin.ts";
import { issueSetupLink } from "#domain/accounts/issue-setup-link.ts";
import { env, loadDotEnv, publicUrl } from "#lib/env.ts";
import { findLocalServers } from "#lib/models/find-local-servers.ts";
import { StartupError } from "#lib/startup-error.ts";
import { buildIfStale } from "#scripts/build.ts";
import { type OpenDatabase, openDatabase } from "#scripts/database.ts";
import { whenOrphaned } from "#scripts/parent.mjs";
import { ensureSharedFiles } from "#scripts/shared-files.ts";
import { Supervised } from "#scripts/supervise.ts";

const say = (line: string) => console.log(line);

/** Running requests and phases have this long to end; Postgres follows them, and everything is down within 15 s. */
const drainSeconds = 12;

const children: Supervised[] = [];
const stopped = new AbortController();
let opening: Promise<OpenDatabase> | null = null;

/** `npm start`: database, migrations, build, web and worker; `--web` or `--worker` for one of the two. */
async function main(): Promise<void> {
  const { web, worker } = roles(process.argv.slice(2));
  loadDotEnv();
  const { HOST, PORT, DATA_DIR, ADMIN_EMAIL, ADMIN_PASSWORD } = env();
  if (web) await assertPortFree(PORT, HOST);
  ensureWritable(DATA_DIR);

  opening = openDatabase(say);
  const database = await opening;
  // A secret made up on this machine says nothing against the one that other machines share.
  await migrate(directUrl(), env().AUTH_SECRET, !env().DATABASE_URL || Boolean(process.env.AUTH_SECRET));
  if (!env().S3_BUCKET) await ensureSharedFiles(directUrl(), DATA_DIR);
  let setupToken: string | null = null;
  if (web) {
    if (ADMIN_EMAIL && ADMIN_PASSWORD) await ensureAdmin(getDb(), { email: ADMIN_EMAIL, password: ADMIN_PASSWORD });
    setupToken = await issueSetupLink(getDb());
    await buildIfStale(say, stopped.signal);
  }
  await closeDb();
  if (stopped.signal.aborted) return;

  // The worker looks for itself, again and again; this is for whoever starts it.
  if (worker) for (const url of Object.values(await findLocalServers())) say(`Found a model server at ${url}.`);
  const childEnv: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    DATABASE_URL: database.url,
  };
  // At a terminal people read; what is not a warning would bury the address.
  if (process.stdout.isTTY) childEnv.LOG_LEVEL ??= "warn";
  if (web) children.push(new Supervised("web process", "server.ts", childEnv, giveUp));
  // Pictures are drawn on many threads, and glibc keeps what each has freed for that thread: two pools do for all.
  const workerEnv = { MALLOC_ARENA_MAX: "2", ...childEnv };
  if (worker) children.push(new Supervised("worker", "worker/index.ts", workerEnv, giveUp));
  await Promise.all(children.map(({ ready }) => ready));

  const setup = setupToken ? `\nCreate the first admin, once, at ${publicUrl()}/setup?token=${setupToken}` : "";
  say(web ? `\nOversight Hub is ready at ${publicUrl()}${setup}` : "\nThe worker is ready.");
}

function roles(args: string[]): { web: boolean; worker: boolean } {
  const unknown = args.find((arg) => arg !== "--web" && arg !== "--worker");
  if (unknown) throw new StartupError(`${unknown} is not an option; there are --web and --worker, for one role alone.`);
  const all = args.length === 0;
  return { web: all || args.includes("--web"), worker: all || args.includes("--worker") };
}

function assertPortFree(port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => {
      const why = error.code === "EADDRINUSE" ? "is in use; set PORT to another" : `cannot be used (${error.code})`;
      reject(new StartupError(`Port ${port} on ${host} ${why}.`));
    });
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

function giveUp(message: string | null): void {
  if (message) console.error(message);
  void stop(1);
}

async function stop(code: number): Promise<void> {
  if (stopped.signal.aborted) return;
  stopped.abort();
  await Promise.all(children.map((child) => child.stop(drainSeconds)));
  await closeDb(1);
  const database = await opening?.catch(() => null);
  // Postgres learns only by and by that the children are gone.
  await database?.close(2_000);
  process.exit(code);
}

for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void stop(0));
whenOrphaned(() => void stop(1));

main().catch(async (error: unknown) => {
  if (stopped.signal.aborted) return;
  console.error(error instanceof StartupError ? error.message : error);
  await stop(1);
});
