import { and, asc, eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { savedViews } from "#db/schema/operations.ts";
import { type Ctx, inAccount, requireScope } from "#domain/context.ts";
import { isUuid } from "#lib/auth/is-uuid.ts";
import { HubError } from "#lib/errors.ts";

export type SavedView = { id: string; name: string; query: string };

const shown = { id: savedViews.id, name: savedViews.name, query: savedViews.query };
const mostViews = 100;

/** A person's own views of the queue, the oldest first. */
export async function listViews(ctx: Ctx): Promise<SavedView[]> {
  const userId = requirePerson(ctx);
  return inAccount(ctx, (tx) =>
    tx
      .select(shown)
      .from(savedViews)
      .where(and(eq(savedViews.accountId, ctx.actor.accountId), eq(savedViews.userId, userId)))
      .orderBy(asc(savedViews.createdAt))
      .limit(mostViews),
  );
}

/** @param input.query the queue page's query string, without the question mark */
export async function saveView(ctx: Ctx, input: { name: string; query: string }): Promise<SavedView> {
  const userId = requirePerson(ctx);
  const view = { id: uuidv7(), ...input };
  await inAccount(ctx, (tx) => tx.insert(savedViews).values({ ...view, accountId: ctx.actor.accountId, userId }));
  return view;
}

/** @throws HubError NOT_FOUND, the same for another person's view as for none */
export async function deleteView(ctx: Ctx, id: string): Promise<void> {
  const userId = requirePerson(ctx);
  const own = and(eq(savedViews.accountId, ctx.actor.accountId), eq(savedViews.userId, userId), eq(savedViews.id, id));
  const deleted = isUuid(id)
    ? await inAccount(ctx, (tx) => tx.delete(savedViews).where(own).returning({ id: savedViews.id }))
    : [];
  if (deleted.length === 0) throw new HubError("NOT_FOUND", "No such view");
}

function requirePerson(ctx: Ctx): string {
  requireScope(ctx, "tasks:read");
  if (ctx.actor.userId) return ctx.actor.userId;
  throw new HubError("FORBIDDEN", "Only a person has saved views");
}
