import postgres, { type Options, type PostgresType, type Sql } from "postgres";

/** Options of a pool beyond what its URL says. */
export type ConnectOptions = Options<Record<string, PostgresType>> & { applicationName?: string };

/**
 * A pool of postgres.js connections. Statement and transaction deadlines are settings of the app's role (db/roles.ts):
 * a pooler in between would refuse them as start-up parameters.
 *
 * `?pgbouncer=true` in the URL turns prepared statements off, as PgBouncer in transaction mode wants.
 */
export function connect(url: string, { applicationName, ...options }: ConnectOptions = {}): Sql {
  const parsed = new URL(url);
  const pooled = parsed.searchParams.get("pgbouncer") === "true";
  parsed.searchParams.delete("pgbouncer");
  return postgres(parsed.href, {
    connect_timeout: 10,
    keep_alive: 10,
    onnotice: () => {},
    ...(pooled ? { prepare: false } : {}),
    ...options,
    connection: { application_name: applicationName ?? "oversight-hub", ...options.connection },
  });
}
