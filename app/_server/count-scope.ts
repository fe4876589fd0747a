import { timingSafeEqual } from "node:crypto";
import { authenticate } from "#domain/auth/authenticate.ts";
import { type Ctx, requireScope } from "#domain/context.ts";
import { env } from "#lib/env.ts";
import { getClientInfo } from "#lib/http/connection.ts";
import { noteAccount } from "#lib/http/request-times.ts";

/**
 * Whose tasks health and metrics may count for a request: everyone's with OPERATOR_TOKEN or from this machine itself,
 * the account's with a credential, else nobody's.
 */
export async function countScope({ db }: Ctx, request: Request): Promise<{ accountId: string } | "all" | "none"> {
  const bearer = /^bearer +(\S+)$/i.exec(request.headers.get("authorization")?.trim() ?? "")?.[1];
  const { OPERATOR_TOKEN } = env();
  if (bearer && OPERATOR_TOKEN && equals(bearer, OPERATOR_TOKEN)) return "all";
  const { address, local, requestId } = getClientInfo(request);
  const hasCredential = bearer !== undefined || request.headers.has("x-api-key") || request.headers.has("cookie");
  const actor = hasCredential ? await authenticate(db, request, { clientIp: address, requestId }) : null;
  if (actor) {
    requireScope({ db, actor, requestId }, "tasks:read");
    noteAccount(request, actor.accountId);
    return { accountId: actor.accountId };
  }
  return local ? "all" : "none";
}

function equals(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
