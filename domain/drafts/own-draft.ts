import { and, eq, type SQL } from "drizzle-orm";
import { drafts } from "#db/schema/drafts.ts";
import { type Ctx, requireScope } from "#domain/context.ts";
import { HubError } from "#lib/errors.ts";

/** The caller, who may edit. @throws HubError FORBIDDEN for keys: drafts are of people */
export function requireEditor(ctx: Ctx): string {
  requireScope(ctx, "tasks:write");
  if (ctx.actor.userId && ctx.actor.type === "user") return ctx.actor.userId;
  throw new HubError("FORBIDDEN", "Only people have drafts; sign in or use a person's token");
}

/** One person's draft of one task. Nobody else's is ever read, whatever their role. */
export function ownDraft(ctx: Ctx, taskUid: string, userId: string): SQL | undefined {
  const { accountId } = ctx.actor;
  return and(eq(drafts.accountId, accountId), eq(drafts.taskUid, taskUid), eq(drafts.userId, userId));
}

/** Another window of the same person has kept something since. */
export function draftChanged(field: string, keptAt: Date): HubError {
  return new HubError("PRECONDITION_FAILED", "A newer draft was kept elsewhere; read it, then say which one stays", {
    details: { field, reason: "is not the draft that is kept now", kept_at: keptAt.toISOString() },
  });
}
