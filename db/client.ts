import type { ExtractTablesWithRelations } from "drizzle-orm";
import { drizzle, type PostgresJsDatabase, type PostgresJsTransaction } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import { connect } from "#db/connect.ts";
import { Listener } from "#db/listener.ts";
import * as schema from "#db/schema/index.ts";
import { appUrl, directUrl, ownerUrl } from "#db/url.ts";
import { env } from "#lib/env.ts";

export type Database = PostgresJsDatabase<typeof schema>;
export type Transaction = PostgresJsTransaction<typeof schema, ExtractTablesWithRelations<typeof schema>>;
/** What a query takes: the pool or an open transaction. */
export type DatabaseOrTransaction = Database | Transaction;

type Clients = { drizzleSql?: Sql; db?: Database; sql?: Sql; listener?: Listener };

/**
 * One set of clients for the process. Next's bundle and the modules that Node loads itself are two module graphs in one
 * process, so a variable of this module would exist twice.
 */
const key = Symbol.for("oversight-hub.database-clients");
const holder = globalThis as typeof globalThis & { [key]?: Clients };

function clients(): Clients {
  holder[key] ??= {};
  return holder[key];
}

/** The database as the app's role: subject to row-level security, with deadlines on statements and transactions. */
export function getDb(): Database {
  const ours = clients();
  if (!ours.db) {
    ours.drizzleSql = connect(appUrl(ownerUrl(), env().AUTH_SECRET));
    ours.db = drizzle(ours.drizzleSql, { schema });
  }
  return ours.db;
}

/**
 * A plain postgres.js pool in the same role, for prepared hot reads and reserved connections. Not the pool under
 * `getDb`: drizzle changes how its client reads and writes dates and JSON.
 */
export function getSql(): Sql {
  const ours = clients();
  ours.sql ??= connect(appUrl(ownerUrl(), env().AUTH_SECRET));
  return ours.sql;
}

/** The connection that listens, in the same role; past any pooler, for LISTEN belongs to a session. */
function getListenClient(): Listener {
  const ours = clients();
  ours.listener ??= new Listener(appUrl(directUrl(), env().AUTH_SECRET));
  return ours.listener;
}

/**
 * Calls `onNotify` with each payload sent on `channel`, and `onReconnect` when notifications may have been missed.
 * @returns a function that stops it.
 */
export function listen(channel: string, onNotify: (payload: string) => void, onReconnect?: () => void) {
  return getListenClient().listen(channel, onNotify, onReconnect);
}

/** Closes every connection of this process, giving running queries `timeout` seconds to finish. */
export async function closeDb(timeout = 5): Promise<void> {
  const ours = clients();
  holder[key] = {};
  await Promise.all([ours.drizzleSql?.end({ timeout }), ours.sql?.end({ timeout }), ours.listener?.end()]);
}
