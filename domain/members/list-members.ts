import { asc, eq } from "drizzle-orm";
import { memberships, users } from "#db/schema/people.ts";
import { type Ctx, inAccount, requireScope } from "#domain/context.ts";
import type { Member } from "#lib/contract/member.ts";

export type ListedMember = Member & { joinedAt: Date; disabledAt: Date | null };

/** The account's members by name. Everyone in it may see them: tasks are assigned to people. */
export async function listMembers(ctx: Ctx): Promise<ListedMember[]> {
  requireScope(ctx, "tasks:read");
  return inAccount(ctx, (tx) =>
    tx
      .select({
        id: users.id,
        name: users.name,
        email: users.email,
        role: memberships.role,
        joinedAt: memberships.createdAt,
        disabledAt: users.disabledAt,
      })
      .from(memberships)
      .innerJoin(users, eq(users.id, memberships.userId))
      .where(eq(memberships.accountId, ctx.actor.accountId))
      .orderBy(asc(users.name), asc(users.id)),
  );
}
