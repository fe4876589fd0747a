import { getDb } from "#db/client.ts";
import { authenticate } from "#domain/auth/authenticate.ts";
import type { Credential } from "#domain/auth/caller.ts";
import type { Actor, Ctx } from "#domain/context.ts";
import { runApart } from "#domain/idempotency/run-apart.ts";
import { runOnce } from "#domain/idempotency/run-once.ts";
import { limitRequests } from "#domain/rate-limit/limit-requests.ts";
import { env } from "#lib/env.ts";
import { getClientInfo } from "#lib/http/connection.ts";
import { noteAccount } from "#lib/http/request-times.ts";
import { createRoute, type Quota } from "#lib/http/route.ts";
import { clientNetwork } from "#lib/net/client-network.ts";

/** The wrapper of every route of the hub: one caller in one account, whatever credential it came with. */
export const route = createRoute<Ctx>({
  async open(request, requestId) {
    const db = getDb();
    const actor = await authenticate(db, request, { clientIp: getClientInfo(request).address, requestId });
    if (!actor) return null;
    noteAccount(request, actor.accountId);
    const { profile, scopes } = actor;
    return { ctx: { db, actor, requestId }, profile, scopes, quota: quotaOf(actor.credential) };
  },
  anonymous: (requestId) => ({ db: getDb(), actor: nobody, requestId }),
  count: (request, quota) =>
    limitRequests(
      getDb(),
      quota ?? { ...installationLimit(), subject: `ip:${clientNetwork(getClientInfo(request).address)}` },
    ),
  once: (ctx, { apart, ...request }, run) => (apart ? runApart : runOnce)(ctx, request, run),
});

/** A person at the hub loads lists, images and counts with every click: some fifteen requests with each decision at the desk. */
const browserLimit = { perMinute: 6_000, burst: 1_500 };

function quotaOf({ kind, id, limitPerMinute, limitBurst }: Credential): Quota {
  const subject = `${kind}:${id}`;
  if (kind === "session") return { ...browserLimit, subject };
  const { perMinute, burst } = installationLimit();
  return { subject, perMinute: limitPerMinute ?? perMinute, burst: limitBurst ?? burst };
}

function installationLimit(): { perMinute: number; burst: number } {
  const { RATE_LIMIT_PER_MINUTE, RATE_LIMIT_BURST } = env();
  return { perMinute: RATE_LIMIT_PER_MINUTE, burst: RATE_LIMIT_BURST };
}

const nobody: Actor = {
  type: "system",
  id: "anonymous",
  name: "Anonymous",
  accountId: "00000000-0000-0000-0000-000000000000",
  createdBy: "anonymous",
  userId: null,
  role: null,
  scopes: new Set(),
  profile: null,
};
