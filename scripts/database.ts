import { connect } from "#db/connect.ts";
import { type EmbeddedPostgres, startEmbedded } from "#db/embedded.ts";
import { isPostgres } from "#db/process.ts";
import { env } from "#lib/env.ts";

/** The database that a command of ours uses. */
export type OpenDatabase = {
  /** As its owner. */
  url: string;
  /** Leaves it; an embedded Postgres is stopped unless someone else uses it. */
  close(): Promise<void>;
};

const watchMs = 1_000;

/**
 * `DATABASE_URL`, or else the embedded Postgres, which is started if it does not run, and started again on the same port
 * if it dies.
 */
export async function openDatabase(say: (line: string) => void): Promise<OpenDatabase> {
  const { DATABASE_URL, DATA_DIR } = env();
  if (DATABASE_URL) return { url: DATABASE_URL, close: async () => {} };

  let postgres = await startEmbedded({ dataDir: DATA_DIR, onInitialise: say });
  let restarting = false;
  const watch = setInterval(async () => {
    if (restarting || isPostgres(postgres.pid)) return;
    restarting = true;
    say("The embedded Postgres ended; starting it again.");
    const preferredPort = Number(new URL(postgres.url).port);
    postgres = await startEmbedded({ dataDir: DATA_DIR, preferredPort }).catch((error: unknown) => {
      say(error instanceof Error ? error.message : String(error));
      return postgres;
    });
    restarting = false;
  }, watchMs);
  watch.unref();

  return {
    url: postgres.url,
    async close() {
      clearInterval(watch);
      if (!(await isUsed(postgres))) await postgres.stop();
    },
  };
}

/** Whether anyone else is connected: a `--web` and a `--worker` on one machine share the embedded Postgres. */
async function isUsed(postgres: EmbeddedPostgres): Promise<boolean> {
  const sql = connect(postgres.url, { max: 1, connect_timeout: 2, fetch_types: false });
  try {
    const [row] = await sql<{ others: boolean }[]>`
      select exists(
        select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()
      ) as others`;
    return row?.others ?? false;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}
