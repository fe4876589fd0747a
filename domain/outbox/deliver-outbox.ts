import { eq, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { outbox } from "#db/schema/outputs.ts";
import { asSystem } from "#domain/context.ts";
import { type OutboxKind, type OutboxPayload, outboxKinds } from "#domain/outbox/outbox-kinds.ts";

export type Effect<Kind extends OutboxKind> = {
  accountId: string;
  taskUid: string | null;
  /** To be sent along, so that a second try at the other end is no second effect. */
  idempotencyKey: string;
  payload: OutboxPayload<Kind>;
};

/** How each kind is carried out; may run more than once for one effect. */
export type OutboxHandlers = { [Kind in OutboxKind]: (effect: Effect<Kind>) => Promise<void> };

export type Delivery = { delivered: number; failed: { id: string; kind: string; error: string }[] };

type Claimed = {
  id: string;
  account_id: string;
  task_uid: string | null;
  kind: string;
  idempotency_key: string;
  payload: unknown;
};

/**
 * Carries out what is due, at least once each. Claiming a row moves its time: should this process die, another tries
 * again after that, and each time it takes twice as long, from ten seconds up to an hour.
 */
export async function deliverOutbox(db: Database, handlers: OutboxHandlers, limit = 20): Promise<Delivery> {
  const claimed = (await asSystem(db, (tx) =>
    tx.execute(sql`
      update outbox set attempts = attempts + 1,
        not_before = now() + least(10 * power(2, least(attempts, 12)), 3600) * interval '1 second'
      where id in (
        select id from outbox
        where delivered_at is null and cancelled_at is null and not_before <= now()
        order by not_before limit ${limit} for update skip locked)
      returning id, account_id, task_uid, kind, idempotency_key, payload`),
  )) as unknown as Claimed[];
  const delivery: Delivery = { delivered: 0, failed: [] };
  for (const row of claimed) {
    const error = await carryOut(handlers, row);
    if (error === null) delivery.delivered += 1;
    else delivery.failed.push({ id: row.id, kind: row.kind, error });
    const outcome = error === null ? { deliveredAt: sql`now()`, lastError: null } : { lastError: error };
    await asSystem(db, (tx) => tx.update(outbox).set(outcome).where(eq(outbox.id, row.id)));
  }
  return delivery;
}

/** @returns null, or what went wrong. */
async function carryOut(handlers: OutboxHandlers, row: Claimed): Promise<string | null> {
  try {
    if (!isKind(row.kind)) return `Nothing here carries out ${row.kind}`;
    await handlers[row.kind]({
      accountId: row.account_id,
      taskUid: row.task_uid,
      idempotencyKey: row.idempotency_key,
      payload: outboxKinds[row.kind].parse(row.payload),
    });
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function isKind(kind: string): kind is OutboxKind {
  return Object.hasOwn(outboxKinds, kind);
}
