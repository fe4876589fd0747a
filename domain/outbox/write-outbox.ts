import { outbox } from "#db/schema/outputs.ts";
import type { TxCtx } from "#domain/context.ts";
import { type OutboxKind, type OutboxPayload, outboxKinds } from "#domain/outbox/outbox-kinds.ts";

export type NewEffect<Kind extends OutboxKind> = {
  kind: Kind;
  payload: OutboxPayload<Kind>;
  /** The same for every try at the same effect; a second row with it is not written. */
  idempotencyKey: string;
  taskUid?: string | null;
  /** Absent: as soon as it is committed. */
  notBefore?: Date;
};

/** Writes down effects in the transaction that causes them; they are carried out after its commit. */
export async function writeOutbox<Kind extends OutboxKind>(ctx: TxCtx, effects: NewEffect<Kind>[]): Promise<void> {
  if (effects.length === 0) return;
  await ctx.tx
    .insert(outbox)
    .values(
      effects.map((effect) => ({
        ...effect,
        accountId: ctx.actor.accountId,
        payload: outboxKinds[effect.kind].parse(effect.payload),
      })),
    )
    .onConflictDoNothing({ target: outbox.idempotencyKey });
}
