import { getDb } from "#db/client.ts";
import { authenticate } from "#domain/auth/authenticate.ts";
import type { Actor, Ctx } from "#domain/context.ts";
import { getClientInfo } from "#lib/http/connection.ts";
import { createRoute } from "#lib/http/route.ts";

/** The wrapper of every route of the hub: one caller in one account, whatever credential it came with. */
export const route = createRoute<Ctx>({
  async open(request, requestId) {
    const db = getDb();
    const actor = await authenticate(db, request, { clientIp: getClientInfo(request).address, requestId });
    return actor && { ctx: { db, actor, requestId }, profile: actor.profile, scopes: actor.scopes };
  },
  anonymous: (requestId) => ({ db: getDb(), actor: nobody, requestId }),
});

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
