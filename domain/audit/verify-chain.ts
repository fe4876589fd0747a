import { and, eq, getTableColumns, gt, isNull, lt, sql } from "drizzle-orm";
import { audit, auditSeals } from "#db/schema/audit.ts";
import { type AuditRow, auditHash, genesisHash } from "#domain/audit/audit-hash.ts";
import { type Ctx, inAccount, type TxCtx } from "#domain/context.ts";
import type { ChainCheck } from "#lib/contract/audit.ts";

const page = 1_000;

/** Computes the account's audit chain anew and finds the first position that does not hold. */
export async function verifyChain(ctx: Ctx): Promise<ChainCheck> {
  return inAccount(ctx, async (tx) => {
    const txCtx = { ...ctx, tx };
    let head = { position: 0, hash: genesisHash };
    for (;;) {
      const links = await readLinks(txCtx, head.position);
      for (const link of links) {
        const reason = faultOf(link, head);
        if (reason) return { intact: false, position: head.position + 1, reason };
        head = { position: link.position, hash: link.hash };
      }
      if (links.length < page) break;
    }
    const { unsealed, overdue } = await countUnsealed(txCtx);
    if (overdue > 0)
      return { intact: false, position: head.position + 1, reason: `${overdue} entries were never sealed` };
    return { intact: true, length: head.position, head: head.hash, unsealed };
  });
}

type Link = { position: number; previousHash: string; hash: string; row: AuditRow | null };

async function readLinks(ctx: TxCtx, after: number): Promise<Link[]> {
  return ctx.tx
    .select({
      position: auditSeals.position,
      previousHash: auditSeals.previousHash,
      hash: auditSeals.hash,
      row: getTableColumns(audit),
    })
    .from(auditSeals)
    .leftJoin(audit, and(eq(audit.id, auditSeals.auditId), eq(audit.accountId, auditSeals.accountId)))
    .where(and(eq(auditSeals.accountId, ctx.actor.accountId), gt(auditSeals.position, after)))
    .orderBy(auditSeals.position)
    .limit(page);
}

function faultOf(link: Link, head: { position: number; hash: string }): string | null {
  if (link.position !== head.position + 1) return "The entry at this position is missing";
  if (link.previousHash !== head.hash) return "The entry does not follow the one before it";
  if (!link.row) return "The entry that was sealed here is gone";
  if (auditHash(link.previousHash, link.row) !== link.hash) return "The entry was changed after it was sealed";
  return null;
}

async function countUnsealed(ctx: TxCtx): Promise<{ unsealed: number; overdue: number }> {
  const [row] = await ctx.tx
    .select({
      unsealed: sql<number>`count(*)::int`,
      overdue: sql<number>`(count(*) filter (where ${lt(audit.createdAt, sql`now() - interval '1 hour'`)}))::int`,
    })
    .from(audit)
    .leftJoin(auditSeals, eq(auditSeals.auditId, audit.id))
    .where(and(eq(audit.accountId, ctx.actor.accountId), isNull(auditSeals.auditId)));
  return row ?? { unsealed: 0, overdue: 0 };
}
