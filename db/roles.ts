import type { Sql } from "postgres";
import { connect } from "#db/connect.ts";
import { queueSchema } from "#db/queue-names.ts";
import { appRoleName, appRolePassword, appUrl, databaseName } from "#db/url.ts";
import { StartupError } from "#lib/startup-error.ts";

/** Tables in which the app may add and read, and change nothing that is there. */
export const appendOnlyTables = ["audit", "audit_seals", "task_events", "revisions", "reviews"] as const;

/** Views that read by their owner's rights; through them nothing may be written. */
export const readOnlyViews = ["own_task_words"] as const;

/** The deadlines of whatever the app asks, in milliseconds. */
const deadlines = {
  statement_timeout: 15_000,
  lock_timeout: 5_000,
  idle_in_transaction_session_timeout: 30_000,
};

/**
 * Creates or updates the role that the app works in: it owns nothing, does not bypass row-level security, and may only
 * add to history. Safe to repeat; run after every migration, as the owner, for new tables need new grants.
 *
 * @param owner a connection of the database's owner
 * @param url the URL of that connection
 * @param secret `AUTH_SECRET`
 * @param takeOver whether a role that has another secret's password may be given ours, which shuts out whoever uses that
 * @returns the role's name
 * @throws StartupError when it may not
 */
export async function ensureAppRole(owner: Sql, url: string, secret: string, takeOver = true): Promise<string> {
  const database = databaseName(url);
  const role = appRoleName(database);
  const [existing] = await owner<{ super: boolean; bypass: boolean }[]>`
    select rolsuper as super, rolbypassrls as bypass from pg_roles where rolname = ${role}`;
  if (existing?.super || existing?.bypass) {
    throw new StartupError(
      `The role ${role} may bypass row-level security; drop it, and the next start makes it anew.`,
    );
  }
  if (existing && !takeOver && !(await canLogIn(appUrl(url, secret)))) {
    throw new StartupError(
      "This database is used with another AUTH_SECRET; set AUTH_SECRET to the one that its other machines have.",
    );
  }
  // Neither statement takes parameters. Role and password are hexadecimal by construction; the names are constants.
  const login = `"${role}" LOGIN PASSWORD '${appRolePassword(role, secret)}'`;
  await owner.unsafe(existing ? `ALTER ROLE ${login}` : `CREATE ROLE ${login}`);
  await owner.unsafe(grants(role, database));
  return role;
}

async function canLogIn(url: string): Promise<boolean> {
  const sql = connect(url, { max: 1, fetch_types: false });
  try {
    await sql`select 1`;
    return true;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

function grants(role: string, database: string): string {
  const to = `TO "${role}"`;
  const everything = "SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA";
  const limits = Object.entries(deadlines).map(([name, value]) => `ALTER ROLE "${role}" SET ${name} = ${value};`);
  const history = appendOnlyTables.map((table) => `REVOKE UPDATE, DELETE, TRUNCATE ON "${table}" FROM "${role}";`);
  const views = readOnlyViews.map((view) => `REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON "${view}" FROM "${role}";`);
  return [
    ...limits,
    `GRANT CONNECT, TEMPORARY ON DATABASE "${database.replaceAll('"', '""')}" ${to};`,
    `GRANT USAGE ON SCHEMA public, ${queueSchema} ${to};`,
    `GRANT ${everything} public ${to};`,
    `GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public ${to};`,
    ...history,
    ...views,
    `GRANT ${everything} ${queueSchema} ${to};`,
    `GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${queueSchema} ${to};`,
    `GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${queueSchema} ${to};`,
  ].join("\n");
}
