import { sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { systemActor } from "#domain/auth/system-actor.ts";
import { asSystem, withAccount } from "#domain/context.ts";
import { noticeKeys } from "#domain/notifications/notice-keys.ts";
import { notify, quoteTitle } from "#domain/notifications/notify.ts";
import { type Role, roles, scopesByRole } from "#lib/contract/access.ts";
import { count } from "#lib/format/number.ts";

/** Hours before and after a due date within which it is told. */
const hoursAround = 24;

const reviewing: Role[] = roles.filter((role) => scopesByRole[role].includes("tasks:review"));

type Due = {
  account_id: string;
  assigned_to: string | null;
  group_id: string | null;
  due_at: Date | string;
  late: boolean;
  tasks: number;
  task_uid: string;
  id: string;
  title: string;
};

/**
 * Tells of tasks that wait for review and are due within a day, and again once the date has passed: who has the task, or
 * everyone who may review when nobody has it. Tasks of one group that are due at one time are one notice. What was told is
 * skipped by its key, so that any worker may look at any time.
 * @returns how many notices there were
 */
export async function tellDue(db: Database): Promise<number> {
  const found = await asSystem(db, (tx) =>
    tx.execute<Due>(sql`
      select account_id, assigned_to, task_source_group_id as group_id, due_at, due_at <= now() as late,
        count(*)::int as tasks, (array_agg(uid order by created_at))[1] as task_uid,
        (array_agg(id order by created_at))[1] as id, (array_agg(title order by created_at))[1] as title
      from tasks
      where status = 'awaiting_approval' and due_at is not null
        and due_at > now() - ${hoursAround} * interval '1 hour' and due_at <= now() + ${hoursAround} * interval '1 hour'
      group by account_id, assigned_to, task_source_group_id, due_at,
        case when task_source_group_id is null then uid end
      order by due_at limit 1000`),
  );
  let told = 0;
  for (const due of found) told += await tell(db, due);
  return told;
}

async function tell(db: Database, due: Due): Promise<number> {
  const { account_id: accountId, assigned_to: owner, group_id: group } = due;
  const at = new Date(due.due_at);
  const onceKey = noticeKeys.due({
    when: due.late ? "late" : "soon",
    at,
    isOwn: owner !== null,
    group,
    taskUid: due.task_uid,
  });
  return withAccount(db, accountId, async (tx) => {
    // Looked up before anything is written: nearly always all of them have been told.
    const people = await tx.execute<{ user_id: string }>(sql`
      select user_id from memberships m
      where account_id = ${accountId}
        and ${owner === null ? sql`role in ${reviewing}` : sql`user_id = ${owner}`}
        and not exists (select from notifications n
          where n.account_id = m.account_id and n.user_id = m.user_id and n.once_key = ${onceKey})`);
    if (people.length === 0) return 0;
    const ctx = { db, tx, actor: systemActor(accountId, "Oversight Hub"), requestId: null };
    const userIds = people.map(({ user_id }) => user_id);
    const notice = {
      kind: "due" as const,
      taskUid: due.tasks > 1 ? null : due.task_uid,
      message: wordsOf(due, at),
      onceKey,
    };
    return (await notify(ctx, userIds, notice)).length;
  });
}

function wordsOf({ tasks, title, id, group_id: group, late, assigned_to: owner }: Due, at: Date): string {
  const many = tasks > 1;
  const what = many ? `${count(tasks)} tasks of ${group}` : quoteTitle({ title, id });
  const verb = late ? (many ? "were due" : "was due") : many ? "are due" : "is due";
  const nobody = owner === null ? (many ? "; nobody has them" : "; nobody has it") : "";
  return `${what} ${verb} ${dayAndHour(at)}${nobody}`;
}

const format = new Intl.DateTimeFormat("en-GB", {
  ...{ day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" },
  timeZone: "UTC",
});

/** "23 Nov, 14:00 UTC": a mail cannot know where its reader is. */
function dayAndHour(at: Date): string {
  return `${format.format(at)} UTC`;
}
