import { join } from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as runMigrations } from "drizzle-orm/postgres-js/migrator";
import { connect } from "#db/connect.ts";
import { migrateQueues } from "#db/migrate-queues.ts";
import { ensureAppRole } from "#db/roles.ts";
import { describeUrl } from "#db/url.ts";
import { StartupError } from "#lib/startup-error.ts";

/** Any number that no one else locks; all starts of all machines agree on it. */
const migrationLock = 7_207_165_351;

/**
 * Brings a database up to date: tables, queues, and the role that the app works in. Starts that come at the same time
 * wait for one another; a database that is up to date is left as it is.
 *
 * @param url the database as its owner, past any pooler
 * @param secret `AUTH_SECRET`, from which the app role's password follows
 * @param takeOver see `ensureAppRole`
 * @throws StartupError when it cannot be reached or entered
 */
export async function migrate(url: string, secret: string, takeOver = true): Promise<void> {
  const owner = connect(url, { max: 1, applicationName: "oversight-hub migrate" });
  try {
    await owner`select 1`.catch((error: unknown) => {
      throw new StartupError(`The database at ${describeUrl(url)} cannot be used: ${reason(error)}`, {
        cause: error,
      });
    });
    await owner`select pg_advisory_lock(${migrationLock})`;
    // Its own client, for drizzle changes the one it is given; the lock stays with ours.
    const migrating = connect(url, { max: 1, applicationName: "oversight-hub migrate" });
    try {
      await runMigrations(drizzle(migrating), { migrationsFolder: join(import.meta.dirname, "migrations") });
    } finally {
      await migrating.end({ timeout: 5 });
    }
    await migrateQueues(url);
    await ensureAppRole(owner, url, secret, takeOver);
  } finally {
    await owner.end({ timeout: 5 });
  }
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // Several addresses of one host tried in vain come as one error with an empty message.
  if (error instanceof AggregateError) return reason(error.errors[0]);
  return `${error.message.replaceAll(/\s+/g, " ").replace(/\.$/, "")}.`;
}
