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
  createdAt: Date;
};

/** How each kind is carried out; may run more than once for one effect. */
export type OutboxHandlers = { [Kind in OutboxKind]: (effect: Effect<Kind>) => Promise<void> };

/** Thrown by a handler when no other try would help: the effect is given up, and kept with the reason. */
export class EffectRefused extends Error {
  override readonly name = "EffectRefused";
}

export type Delivery = { delivered: number; failed: { id: string; kind: string; error: string; givenUp: boolean }[] };

type Claimed = {
  id: string;
  account_id: string;
  task_uid: string | null;
  kind: OutboxKind;
  idempotency_key: string;
  payload: unknown;
  attempts: number;
  created_at: Date | string;
};

/** Seconds for which a claimed effect is left to whoever claimed it; should that process die, another tries again then. */
const leaseSeconds = 60;

/**
 * Carries out what is due of the kinds that are handled here, one after another and at least once each. After a failure
 * it waits twice as long each time, from ten seconds up to an hour.
 */
export async function deliverOutbox(db: Database, handlers: Partial<OutboxHandlers>, limit = 20): Promise<Delivery> {
  const delivery: Delivery = { delivered: 0, failed: [] };
  for (let n = 0; n < limit; n++) {
    // One at a time: of many claimed at once the last would wait longer than its lease.
    const row = await claim(db, Object.keys(handlers));
    if (!row) break;
    const failure = await carryOut(handlers, row);
    await asSystem(db, (tx) => tx.update(outbox).set(outcomeOf(failure, row.attempts)).where(eq(outbox.id, row.id)));
    if (failure === null) delivery.delivered += 1;
    else delivery.failed.push({ id: row.id, kind: row.kind, ...failure });
  }
  return delivery;
}

async function claim(db: Database, kinds: string[]): Promise<Claimed | null> {
  const [row] = await asSystem(db, (tx) =>
    tx.execute<Claimed>(sql`
      update outbox set attempts = attempts + 1, not_before = now() + ${leaseSeconds} * interval '1 second'
      where id = (
        select id from outbox
        where delivered_at is null and cancelled_at is null and not_before <= now()
          and kind in (${sql.join(
            kinds.map((kind) => sql`${kind}`),
            sql`, `,
          )})
        order by not_before limit 1 for update skip locked)
      returning id, account_id, task_uid, kind, idempotency_key, payload, attempts, created_at`),
  );
  return row ?? null;
}

type Failure = { error: string; givenUp: boolean };

function outcomeOf(failure: Failure | null, attempts: number) {
  if (failure === null) return { deliveredAt: sql`now()`, lastError: null };
  if (failure.givenUp) return { cancelledAt: sql`now()`, lastError: failure.error };
  const seconds = Math.min(10 * 2 ** (attempts - 1), 3600);
  return { notBefore: sql`now() + ${seconds} * interval '1 second'`, lastError: failure.error };
}

/** @returns null, or what went wrong. */
async function carryOut(handlers: Partial<OutboxHandlers>, row: Claimed): Promise<Failure | null> {
  try {
    await carryOutAs(handlers, row.kind, row);
    return null;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { error: message, givenUp: error instanceof EffectRefused };
  }
}

async function carryOutAs<Kind extends OutboxKind>(
  handlers: Partial<OutboxHandlers>,
  kind: Kind,
  row: Claimed,
): Promise<void> {
  await handlers[kind]?.({
    accountId: row.account_id,
    taskUid: row.task_uid,
    idempotencyKey: row.idempotency_key,
    payload: outboxKinds[kind].parse(row.payload) as OutboxPayload<Kind>,
    createdAt: new Date(row.created_at),
  });
}
