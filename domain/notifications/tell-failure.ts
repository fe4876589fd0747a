import { and, eq, gte, isNull, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { notifications } from "#db/schema/attention.ts";
import { memberships } from "#db/schema/people.ts";
import { type TaskRow, tasks } from "#db/schema/tasks.ts";
import { actorRecord, type TxCtx } from "#domain/context.ts";
import { sendSignal } from "#domain/live/signals.ts";
import { mailNotices } from "#domain/notifications/mail-notices.ts";
import { noticeKeys } from "#domain/notifications/notice-keys.ts";
import { presentMembers, quoteTitle } from "#domain/notifications/notify.ts";
import { count } from "#lib/format/number.ts";

type FailedTask = Pick<
  TaskRow,
  "uid" | "id" | "title" | "taskSourceGroupId" | "createdByUserId" | "assignedTo" | "errorMessage"
>;

/**
 * Tells of a task that has failed: who asked for it and who has it; for one that a key made and nobody has, the admins,
 * for no one else would hear of it. What fails in one group within one hour is one notice, that counts and is unread
 * again: a provider that is away in the night fails a whole batch.
 */
export async function tellFailure(ctx: TxCtx, task: FailedTask): Promise<void> {
  const told = await whomToTell(ctx, task);
  if (told.length === 0) return;
  const { accountId } = ctx.actor;
  const hour = new Date().toISOString().slice(0, 13);
  const onceKey = noticeKeys.failed(hour, task.taskSourceGroupId);
  const message = `${quoteTitle(task)} failed: ${shortened(task.errorMessage)}`;
  const notice = { kind: "failed" as const, actor: actorRecord(ctx.actor), taskUid: task.uid, message, onceKey };
  // The conflict holds the rows, so that the count below sees every failure that was told before this one.
  const rows = await ctx.tx
    .insert(notifications)
    .values(told.map((userId) => ({ id: uuidv7(), accountId, userId, ...notice })))
    .onConflictDoUpdate({
      target: [notifications.accountId, notifications.userId, notifications.onceKey],
      set: { readAt: null },
    })
    .returning({
      userId: notifications.userId,
      createdAt: notifications.createdAt,
      repeated: sql<boolean>`xmax <> 0`,
    });
  if (rows.some(({ repeated }) => repeated)) await countFailures(ctx, task, hour, onceKey);
  await mailNotices(
    ctx,
    "failed",
    rows.filter(({ repeated }) => !repeated),
  );
  for (const { userId } of rows) await sendSignal(ctx.tx, { accountId, userId }, { type: "notifications" });
}

async function whomToTell(ctx: TxCtx, task: FailedTask): Promise<string[]> {
  const concerned = [task.createdByUserId, task.assignedTo].filter((id) => id !== null);
  const members = await presentMembers(ctx, concerned);
  if (members.length > 0) return members;
  const admins = await ctx.tx
    .select({ id: memberships.userId })
    .from(memberships)
    .where(and(eq(memberships.accountId, ctx.actor.accountId), eq(memberships.role, "admin")));
  return presentMembers(
    ctx,
    admins.map(({ id }) => id),
  );
}

/** No task is in the making for a week, so that older ones need not be looked at. */
const longestMaking = sql`now() - interval '7 days'`;

async function countFailures(ctx: TxCtx, task: FailedTask, hour: string, onceKey: string): Promise<void> {
  const { accountId } = ctx.actor;
  const group = task.taskSourceGroupId;
  const [found] = await ctx.tx
    .select({ count: sql<number>`count(*)::int` })
    .from(tasks)
    .where(
      and(
        eq(tasks.accountId, accountId),
        eq(tasks.status, "failed"),
        gte(tasks.createdAt, longestMaking),
        gte(tasks.finishedAt, new Date(`${hour}:00:00Z`)),
        group === null ? isNull(tasks.taskSourceGroupId) : eq(tasks.taskSourceGroupId, group),
      ),
    );
  const failed = found?.count ?? 1;
  const last = `${quoteTitle(task)}: ${shortened(task.errorMessage)}`;
  const many = {
    taskUid: null,
    message: `${count(failed)} tasks ${group ? `of ${group} ` : ""}failed since ${hour.slice(11)}:00 UTC, the last ${last}`,
  };
  const one = { taskUid: task.uid, message: `${quoteTitle(task)} failed: ${shortened(task.errorMessage)}` };
  await ctx.tx
    .update(notifications)
    .set(failed > 1 ? many : one)
    .where(and(eq(notifications.accountId, accountId), eq(notifications.onceKey, onceKey)));
}

function shortened(reason: string | null): string {
  const text = reason ?? "no reason was given";
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}
