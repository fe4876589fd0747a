import { setTimeout as sleep } from "node:timers/promises";
import { connect } from "#db/connect.ts";
import { type EmbeddedPostgres, startEmbedded } from "#db/embedded.ts";
import { isPostgres } from "#db/process.ts";
import { env } from "#lib/env.ts";

/** The database that a command of ours uses. */
export type OpenDatabase = {
  /** As its owner. */
  url: string;
  /**
   * Leaves it; an embedded Postgres is stopped unless someone else uses it.
   * @param partingMs how long connections may still show of processes that have just ended
   */
  close(partingMs?: number): Promise<void>;
};

const watchMs = 1_000;
const longestPauseMs = 30_000;

/**
 * `DATABASE_URL`, or else the embedded Postgres, which is started if it does not run, and started again on the same port
 * if it dies.
 */
export async function openDatabase(say: (line: string) => void): Promise<OpenDatabase> {
  const { DATABASE_URL, DATA_DIR } = env();
  if (DATABASE_URL) return { url: DATABASE_URL, close: async () => {} };

  const postgres = await startEmbedded({ dataDir: DATA_DIR, onInitialise: say });
  const kept = keepRunning(postgres, DATA_DIR, say);
  return {
    url: postgres.url,
    async close(partingMs = 0) {
      const running = await kept.release();
      if (!(await isUsed(running, partingMs))) await running.stop();
    },
  };
}

/** Starts Postgres again on its port whenever it ended, until it is released: `release` gives the one that runs by then. */
function keepRunning(first: EmbeddedPostgres, dataDir: string, say: (line: string) => void) {
  const preferredPort = Number(new URL(first.url).port);
  let postgres = first;
  let released = false;
  let attempt: Promise<void> = Promise.resolve();
  let pauseMs = watchMs;

  const look = async () => {
    if (isPostgres(postgres.pid)) {
      pauseMs = watchMs;
      return;
    }
    if (pauseMs === watchMs) say("The embedded Postgres ended; starting it again.");
    try {
      postgres = await startEmbedded({ dataDir, preferredPort });
    } catch (error) {
      if (pauseMs === watchMs) say(error instanceof Error ? error.message : String(error));
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    }
  };
  const schedule = () => {
    setTimeout(() => {
      if (released) return;
      attempt = look();
      void attempt.then(schedule);
    }, pauseMs).unref();
  };
  schedule();

  return {
    async release() {
      released = true;
      await attempt;
      return postgres;
    },
  };
}

/** Whether anyone else is connected: a `--web` and a `--worker` on one machine share the embedded Postgres. */
async function isUsed(postgres: EmbeddedPostgres, partingMs: number): Promise<boolean> {
  const sql = connect(postgres.url, { max: 1, connect_timeout: 2, fetch_types: false });
  try {
    for (const end = Date.now() + partingMs; ; await sleep(50)) {
      const [row] = await sql<{ others: boolean }[]>`
        select exists(
          select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()
        ) as others`;
      if (!row?.others) return false;
      if (Date.now() >= end) return true;
    }
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}
