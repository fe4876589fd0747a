import { and, asc, eq, or, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { presence } from "#db/schema/attention.ts";
import { memberships, users } from "#db/schema/people.ts";
import { tasks } from "#db/schema/tasks.ts";
import { type Ctx, inAccount, requireScope } from "#domain/context.ts";
import { scopesByRole } from "#lib/contract/access.ts";
import type { PresentPerson } from "#lib/contract/presence.ts";
import { HubError } from "#lib/errors.ts";

/** A browser says every ten seconds that it is still there; twice unheard, it is gone. */
export const presentSeconds = 25;

/** Whether a visit counts: it was renewed in time, and not left. */
export const isLive = sql`(${presence.leftAt} is null and ${presence.seenAt} > now() - ${presentSeconds} * interval '1 second')`;

/** Whether the page that it was in has only just gone, and may be loading again. */
export const mayReturn = sql`(${presence.returnBy} > now())`;

/** Presence is of people at a screen. @throws HubError FORBIDDEN for keys */
export function requirePerson(ctx: Ctx): string {
  requireScope(ctx, "tasks:read");
  if (ctx.actor.userId && ctx.actor.type === "user") return ctx.actor.userId;
  throw new HubError("FORBIDDEN", "Only people are present at the desk; sign in or use a person's token");
}

/** Who has which task open now. */
export async function listPresence(ctx: Ctx): Promise<PresentPerson[]> {
  const userId = requirePerson(ctx);
  return inAccount(ctx, (tx) => selectPresence(tx, ctx.actor.accountId, userId));
}

/**
 * As listPresence, in an open transaction. Whoever came first of those who may review holds the task.
 * @param userId who asks: what their page held is still theirs while it loads again, and free for the others
 */
export async function selectPresence(tx: Transaction, accountId: string, userId: string): Promise<PresentPerson[]> {
  const rows = await tx
    .select({
      taskId: tasks.id,
      userId: presence.userId,
      name: users.name,
      since: sql`min(${presence.since})`.mapWith(presence.since),
      role: memberships.role,
    })
    .from(presence)
    .innerJoin(tasks, and(eq(tasks.accountId, presence.accountId), eq(tasks.uid, presence.taskUid)))
    .innerJoin(users, eq(users.id, presence.userId))
    .innerJoin(memberships, and(eq(memberships.accountId, presence.accountId), eq(memberships.userId, presence.userId)))
    .where(and(eq(presence.accountId, accountId), or(isLive, and(eq(presence.userId, userId), mayReturn))))
    .groupBy(tasks.id, presence.userId, users.name, memberships.role)
    .orderBy(sql`min(${presence.since})`, asc(presence.userId));
  const held = new Set<string>();
  return rows.map(({ taskId, userId, name, since, role }) => {
    const holds = !held.has(taskId) && scopesByRole[role].includes("tasks:review");
    if (holds) held.add(taskId);
    return { task_id: taskId, user_id: userId, name, since: since.toISOString(), holds };
  });
}
