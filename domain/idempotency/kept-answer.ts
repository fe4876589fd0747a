import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { idempotencyKeys } from "#db/schema/audit.ts";
import { openJson } from "#lib/auth/sealed-json.ts";
import type { Json } from "#lib/contract/json.ts";
import { HubError } from "#lib/errors.ts";

export type RepeatableRequest = {
  /** `POST /api/tasks` */
  route: string;
  /** The Idempotency-Key header. */
  key: string;
  bodySha256: string;
};

export type RecordedAnswer = { status: number; body: Json };

export function whereKey(accountId: string, { route, key }: RepeatableRequest): SQL | undefined {
  return and(eq(idempotencyKeys.accountId, accountId), eq(idempotencyKeys.route, route), eq(idempotencyKeys.key, key));
}

/** The first answer under a key, for 24 hours. @throws HubError IDEMPOTENCY_MISMATCH for another body */
export async function findKeptAnswer(
  tx: Transaction,
  accountId: string,
  request: RepeatableRequest,
): Promise<RecordedAnswer | null> {
  const isFresh = sql`${idempotencyKeys.createdAt} > now() - interval '24 hours'`;
  const [first] = await tx
    .select()
    .from(idempotencyKeys)
    .where(and(whereKey(accountId, request), isFresh));
  if (!first) return null;
  if (first.bodySha256 === request.bodySha256) return { status: first.status, body: openJson(String(first.response)) };
  throw new HubError("IDEMPOTENCY_MISMATCH", "This Idempotency-Key was used with another body", {
    details: { field: "Idempotency-Key", reason: "send a new key for a new request" },
  });
}
