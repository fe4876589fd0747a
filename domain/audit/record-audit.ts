import { actorRecord, type TxCtx } from "#domain/context.ts";
import { addHistory } from "#domain/kept-history.ts";
import type { AuditAction } from "#lib/contract/audit-action.ts";
import type { JsonObject } from "#lib/contract/json.ts";

export type AuditEntry = {
  action: AuditAction;
  targetType: "task" | "key" | "user" | "account" | "member" | "policy" | "settings";
  targetId: string;
  detail?: JsonObject;
};

/** Writes down a decision in the transaction that carries it out. Never secrets, never content. */
export async function recordAudit(ctx: TxCtx, entry: AuditEntry): Promise<void> {
  const row = {
    accountId: ctx.actor.accountId,
    actor: actorRecord(ctx.actor),
    action: entry.action,
    targetType: entry.targetType,
    targetId: entry.targetId,
    detail: entry.detail ?? {},
    requestId: ctx.requestId,
  };
  await addHistory(ctx, { audit: [row] });
}
