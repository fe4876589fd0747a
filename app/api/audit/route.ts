import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { listAudit } from "#domain/audit/list-audit.ts";
import { auditPageSchema } from "#lib/contract/audit.ts";
import { json } from "#lib/http/route.ts";

export const GET = route(
  {
    summary: "Decisions of people and keys, the latest first",
    access: "account:admin",
    query: z.strictObject({
      before: z.coerce.number({ error: "must be an entry's id" }).int().min(1).optional(),
      limit: z.coerce.number().int().min(1).max(1000).default(100),
      target_id: z.string().max(200).optional(),
      action: z.string().max(100).optional(),
    }),
    responses: { 200: auditPageSchema },
  },
  async ({ ctx, query }) => {
    const { before, limit, target_id: targetId, action } = query;
    const rows = await listAudit(ctx, { before, limit, targetId, action });
    const entries = rows.map(({ id, actor, detail, position, hash, ...row }) => ({
      ...{ id, actor, detail, position, hash },
      action: row.action,
      target_type: row.targetType,
      target_id: row.targetId,
      request_id: row.requestId,
      created_at: row.createdAt.toISOString(),
    }));
    return json({ entries, next_before: rows.length === limit ? (rows.at(-1)?.id ?? null) : null });
  },
);
