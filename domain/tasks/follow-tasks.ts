import { type Ctx, inAccount, requireScope } from "#domain/context.ts";
import type { FeedItem } from "#domain/tasks/event-feed.ts";
import { getTaskRow } from "#domain/tasks/find-task-row.ts";
import { toTaskSummary } from "#domain/tasks/to-task-summary.ts";
import { feedOf } from "#domain/tasks/watch-tasks.ts";
import type { TaskSummary } from "#lib/contract/task.ts";

/**
 * Calls `onItems` with the account's events as they happen, from the moment that this resolves: what is read after it
 * is never older than what is told.
 * @returns what stops it
 */
export async function followTasks(ctx: Ctx, onItems: (items: FeedItem[]) => void): Promise<() => void> {
  requireScope(ctx, "tasks:read");
  const { accountId } = ctx.actor;
  const { stop } = await feedOf(ctx.db).subscribe((items) => {
    const own = items.filter(({ event }) => event.accountId === accountId);
    if (own.length > 0) onItems(own);
  });
  return stop;
}

/** A task as events tell it: without content and result. @throws HubError TASK_NOT_FOUND */
export async function readTaskState(ctx: Ctx, ref: string): Promise<TaskSummary> {
  requireScope(ctx, "tasks:read");
  const row = await inAccount(ctx, (tx) => getTaskRow(tx, ctx.actor.accountId, { ref }));
  return toTaskSummary({ ...row, approvals: null, content: null, result: null });
}
