import { and, eq, sql } from "drizzle-orm";
import { comments } from "#db/schema/history.ts";
import { type TaskRow, tasks } from "#db/schema/tasks.ts";
import { actorRecord, type Ctx, type TxCtx } from "#domain/context.ts";
import { namesOfMembers } from "#domain/members/find-member.ts";
import { noticeKeys } from "#domain/notifications/notice-keys.ts";
import { notify, quoteTitle } from "#domain/notifications/notify.ts";
import { changeTask } from "#domain/tasks/change-task.ts";
import type { TaskRef } from "#domain/tasks/find-task-row.ts";
import { awake } from "#domain/tasks/move-task.ts";
import { readRevision } from "#domain/tasks/read-revision.ts";
import { recordEvent } from "#domain/tasks/record-event.ts";
import type { JsonObject } from "#lib/contract/json.ts";
import type { TaskDetail } from "#lib/contract/task-detail.ts";
import { validationError } from "#lib/errors.ts";
import { mentionedUsers, plainMentions, renameMentions } from "#lib/mentions/mentions.ts";
import { listBlocks } from "#task-types/blocks/block-plan.ts";
import { findTaskType } from "#task-types/schemas.ts";

/** Characters of a part that a comment keeps. */
const mostWords = 300;

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
        anchor: input.anchor ? await withWords(txCtx, task, input.anchor) : null,
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

/** A part is remembered by its words too: a later revision may have another in its place, or none. */
async function withWords(ctx: TxCtx, task: TaskRow, anchor: JsonObject): Promise<JsonObject> {
  const plan = findTaskType(task.taskType)?.blocks;
  const { path } = anchor;
  if (!plan?.list || task.revision === null || typeof path !== "string" || "quote" in anchor || "words" in anchor)
    return anchor;
  // What stands beside the list is called by no words of the result.
  if (path === plan.beside?.name) return anchor;
  const blocks = listBlocks(plan, await readRevision(ctx, task));
  const [words] = (blocks.find(({ name }) => path === name || path.startsWith(`${name}.`))?.text ?? "").split(" · ");
  return words ? { ...anchor, words: words.slice(0, mostWords) } : anchor;
}

async function namesOf(ctx: TxCtx, userIds: string[]): Promise<Map<string, string>> {
  const names = await namesOfMembers(ctx.tx, ctx.actor.accountId, userIds);
  const stranger = userIds.find((id) => !names.has(id));
  if (!stranger) return names;
  throw validationError([{ path: "body", message: `mentions user:${stranger}, who is not a member of this account` }]);
}

function excerpt(body: string): string {
  const text = plainMentions(body).replace(/\s+/g, " ").trim();
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}
