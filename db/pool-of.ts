import type { Sql } from "postgres";
import type { Database } from "#db/client.ts";

/**
 * The pool under a drizzle database, for the few statements that are worth preparing by hand: `drizzle()` always sets
 * `$client`, its exported type leaves it out. Dates come and go as text there; JSON comes parsed.
 */
export function poolOf(db: Database): Sql {
  return (db as Database & { $client: Sql }).$client;
}
