import { addTestMember, ctxOf, insertTestUser } from "#domain/auth/testing.ts";
import type { Ctx } from "#domain/context.ts";
import type { TestHub } from "#domain/tasks/testing.ts";
import type { Role } from "#lib/contract/access.ts";

/** Another member of the hub's account. */
export async function addPerson(hub: TestHub, name: string, role: Role = "reviewer"): Promise<Ctx> {
  const { accountId } = hub.ctx.actor;
  const user = await insertTestUser(hub.db, `${name.toLowerCase()}@example.com`);
  await addTestMember(hub.db, accountId, user.id, role);
  return ctxOf(hub.db, accountId, user.id, role);
}

export type Told = { kind: string; message: string; to: string; read: boolean; task_uid: string | null };

/** Every notification there is, past row-level security, in the order in which they came. */
export async function readTold(hub: TestHub): Promise<Told[]> {
  return hub.owner<Told[]>`
    select kind, message, split_part(email, '@', 1) as "to", read_at is not null as read, task_uid
    from notifications join users u on u.id = user_id order by notifications.created_at, email`;
}

export const idOf = (ctx: Ctx) => ctx.actor.userId ?? "";
