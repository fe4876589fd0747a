import { and, eq, inArray, sql } from "drizzle-orm";
import { comments } from "#db/schema/history.ts";
import { memberships, users } from "#db/schema/people.ts";
import { tasks } from "#db/schema/tasks.ts";
import { actorRecord, type Ctx, type TxCtx } from "#domain/context.ts";
import { noticeKeys } from "#domain/notifications/notice-keys.ts";
import { notify, quoteTitle } from "#domain/notifications/notify.ts";
import { changeTask } from "#domain/tasks/change-task.ts";
import type { TaskRef } from "#domain/tasks/find-task-row.ts";
import { awake } from "#domain/tasks/move-task.ts";
import { recordEvent } from "#domain/tasks/record-event.ts";
import type { JsonObject } from "#lib/contract/json.ts";
import type { TaskDetail } from "#lib/contract/task-detail.ts";
import { validationError } from "#lib/errors.ts";
import { mentionedUsers, plainMentions, renameMentions } from "#lib/mentions/mentions.ts";

/**
 * Adds a remark, on the whole or on a place within the current revision, and tells whom it names: `@[Name](user:uuid)`.
 * @throws HubError VALIDATION_ERROR when it names someone who is not a member of the account
 */
export async function commentOnTask(
  ctx: Ctx,
  ref: TaskRef,
  input: { body: string; anchor?: JsonObject },
): Promise<TaskDetail> {
  return changeTask(ctx, "tasks:review", ref, async (txCtx, task) => {
    const names = await namesOf(txCtx, mentionedUsers(input.body));
    const body = renameMentions(input.body, names);
    const [comment] = await txCtx.tx
      .insert(comments)
      .values({
        accountId: ctx.actor.accountId,
        taskUid: task.uid,
        revision: task.revision,
        body,
        anchor: input.anchor ?? null,
        author: actorRecord(ctx.actor),
      })
      .returning({ id: comments.id });
    await txCtx.tx
      .update(tasks)
      .set({ ...awake, updatedAt: sql`now()` })
      .where(and(eq(tasks.accountId, ctx.actor.accountId), eq(tasks.uid, task.uid)));
    await recordEvent(txCtx, task, { type: "comment", message: `${ctx.actor.name} commented` });
    if (names.size === 0 || !comment) return;
    await notify(txCtx, [...names.keys()], {
      kind: "mentioned",
      taskUid: task.uid,
      message: `${ctx.actor.name} mentioned you on ${quoteTitle(task)}: ${excerpt(body)}`,
      onceKey: noticeKeys.mentioned(comment.id),
    });
  });
}

async function namesOf(ctx: TxCtx, userIds: string[]): Promise<Map<string, string>> {
  if (userIds.length === 0) return new Map();
  const members = await ctx.tx
    .select({ id: users.id, name: users.name })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.accountId, ctx.actor.accountId), inArray(memberships.userId, userIds)));
  const names = new Map(members.map(({ id, name }) => [id, name]));
  const stranger = userIds.find((id) => !names.has(id));
  if (!stranger) return names;
  throw validationError([{ path: "body", message: `mentions user:${stranger}, who is not a member of this account` }]);
}

function excerpt(body: string): string {
  const text = plainMentions(body).replace(/\s+/g, " ").trim();
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}
