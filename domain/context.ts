import { sql } from "drizzle-orm";
import type { Database, Transaction } from "#db/client.ts";
import type { ActorRecord } from "#db/schema/history.ts";
import type { KeptHistory } from "#domain/kept-history.ts";
import type { Profile, Role, Scope } from "#lib/contract/access.ts";
import { HubError } from "#lib/errors.ts";

/** Who is calling, whatever credential they came with, and in which account. */
export type Actor = {
  type: ActorRecord["type"];
  /** The user's, key's or worker's id. */
  id: string;
  name: string;
  accountId: string;
  /** What `user_id` says on the tasks that this actor creates. */
  createdBy: string;
  /** The person behind it, where there is one. */
  userId: string | null;
  role: Role | null;
  scopes: ReadonlySet<Scope>;
  profile: Profile | null;
};

/** What every domain verb takes first. */
export type Ctx = {
  db: Database;
  actor: Actor;
  requestId: string | null;
  /** Where `db` is an open transaction: what is to be written again should that come to nothing. */
  ifUndone?: ((ctx: Ctx) => Promise<void>)[];
};

/** A verb's context inside its transaction. */
export type TxCtx = Ctx & {
  tx: Transaction;
  /** Where a verb is carried out on many tasks: it reads nothing of what it adds to their history. */
  kept?: KeptHistory;
};

export function requireScope(ctx: Ctx, scope: Scope): void {
  if (ctx.actor.scopes.has(scope)) return;
  throw new HubError("FORBIDDEN", `This needs the right ${scope}`, { details: { required_scope: scope } });
}

export function actorRecord(actor: Actor): ActorRecord {
  return { type: actor.type, id: actor.id, name: actor.name };
}

/**
 * Runs a transaction that sees the actor's account alone: its first statement sets the account for row-level security.
 * Queries name the account as well; the policy stands behind them.
 */
export async function inAccount<T>(ctx: Ctx, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return withAccount(ctx.db, ctx.actor.accountId, work);
}

export async function withAccount<T>(
  db: Database,
  accountId: string,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('hub.account_id', ${accountId}, true)`);
    return work(tx);
  });
}

/** A transaction across accounts: for authentication, the worker's housekeeping, and health. */
export async function asSystem<T>(db: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('hub.system', 'on', true)`);
    return work(tx);
  });
}

/** Lets verbs open their transactions within an open one, as savepoints: drizzle's transactions can do all a pool can. */
export function asDatabase(tx: Transaction): Database {
  return tx as unknown as Database;
}
