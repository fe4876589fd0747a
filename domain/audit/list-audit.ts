import { and, desc, eq, lt } from "drizzle-orm";
import { audit, auditSeals } from "#db/schema/audit.ts";
import { type Ctx, inAccount, requireScope } from "#domain/context.ts";

export type ListAudit = {
  /** Entries before this one; the latest when absent. */
  before?: number;
  limit: number;
  targetId?: string;
  action?: string;
};

/** The account's decisions, the latest first, each with its place in the chain once it is sealed. */
export async function listAudit(ctx: Ctx, input: ListAudit) {
  requireScope(ctx, "account:admin");
  return inAccount(ctx, (tx) =>
    tx
      .select({
        id: audit.id,
        actor: audit.actor,
        action: audit.action,
        targetType: audit.targetType,
        targetId: audit.targetId,
        detail: audit.detail,
        requestId: audit.requestId,
        createdAt: audit.createdAt,
        position: auditSeals.position,
        hash: auditSeals.hash,
      })
      .from(audit)
      .leftJoin(auditSeals, and(eq(auditSeals.accountId, audit.accountId), eq(auditSeals.auditId, audit.id)))
      .where(
        and(
          eq(audit.accountId, ctx.actor.accountId),
          input.before === undefined ? undefined : lt(audit.id, input.before),
          input.targetId === undefined ? undefined : eq(audit.targetId, input.targetId),
          input.action === undefined ? undefined : eq(audit.action, input.action),
        ),
      )
      .orderBy(desc(audit.id))
      .limit(input.limit),
  );
}
