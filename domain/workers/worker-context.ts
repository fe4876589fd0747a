import type { Database } from "#db/client.ts";
import type { Actor, Ctx } from "#domain/context.ts";
import { scopes } from "#lib/contract/access.ts";

/** A worker at work in one account: it holds no right of a person, only leases. */
export function workerContext(db: Database, workerId: string, accountId: string): Ctx {
  return context(db, { type: "worker", id: workerId, name: workerId, accountId, scopes: new Set() });
}

/** What the hub does by itself in one account: taking work back from silent workers, publishing at the time set. */
export function systemContext(db: Database, accountId: string): Ctx {
  return context(db, { type: "system", id: "system", name: "Oversight Hub", accountId, scopes: new Set(scopes) });
}

function context(db: Database, actor: Pick<Actor, "type" | "id" | "name" | "accountId" | "scopes">): Ctx {
  const createdBy = `${actor.type}_${actor.id}`;
  return { db, actor: { ...actor, createdBy, userId: null, role: null, profile: null }, requestId: null };
}
