import { and, asc, desc, eq, gt, inArray } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { revisions, taskEvents } from "#db/schema/history.ts";
import type { TaskRow } from "#db/schema/tasks.ts";
import { type Ctx, inAccount, requireScope } from "#domain/context.ts";
import { getTaskRow, type TaskRef } from "#domain/tasks/find-task-row.ts";
import { toTaskEvent } from "#domain/tasks/to-task-event.ts";
import type { TaskEvent } from "#lib/contract/task.ts";
import type { RevisionContent, TaskRevision } from "#lib/contract/task-detail.ts";
import { HubError } from "#lib/errors.ts";

async function reading<T>(ctx: Ctx, ref: TaskRef, read: (tx: Transaction, task: TaskRow) => Promise<T>): Promise<T> {
  requireScope(ctx, "tasks:read");
  return inAccount(ctx, async (tx) => read(tx, await getTaskRow(tx, ctx.actor.accountId, ref)));
}

/** A task's events, oldest first, up to 1,000 after the given one. */
export async function listTaskEvents(
  ctx: Ctx,
  ref: TaskRef,
  after = 0,
): Promise<{ taskId: string; events: TaskEvent[] }> {
  return reading(ctx, ref, async (tx, task) => {
    const rows = await tx
      .select()
      .from(taskEvents)
      .where(
        and(eq(taskEvents.accountId, ctx.actor.accountId), eq(taskEvents.taskUid, task.uid), gt(taskEvents.id, after)),
      )
      .orderBy(asc(taskEvents.id))
      .limit(1000);
    return { taskId: task.id, events: rows.map(toTaskEvent) };
  });
}

/** What a task's history of statuses tells: an approval that waits for another one leaves the status as it is. */
const ofStatus = ["created", "move", "move_refused", "endorsed", "endorsement_withdrawn"];

/** Changes of status in order, refused ones included. */
export async function listStatusHistory(ctx: Ctx, ref: TaskRef) {
  return reading(ctx, ref, async (tx, task) => {
    const rows = await tx
      .select()
      .from(taskEvents)
      .where(
        and(
          eq(taskEvents.accountId, ctx.actor.accountId),
          eq(taskEvents.taskUid, task.uid),
          inArray(taskEvents.type, ofStatus),
        ),
      )
      .orderBy(asc(taskEvents.id));
    return { taskId: task.id, history: rows };
  });
}

/** Newest first. */
export async function listRevisions(ctx: Ctx, ref: TaskRef): Promise<{ taskId: string; revisions: TaskRevision[] }> {
  return reading(ctx, ref, async (tx, task) => ({
    taskId: task.id,
    revisions: await tx
      .select({
        number: revisions.number,
        sha256: revisions.sha256,
        origin: revisions.origin,
        round: revisions.round,
        note: revisions.note,
        author: revisions.author,
        createdAt: revisions.createdAt,
      })
      .from(revisions)
      .where(and(eq(revisions.accountId, ctx.actor.accountId), eq(revisions.taskUid, task.uid)))
      .orderBy(desc(revisions.number)),
  }));
}

/** Revisions by their numbers, in the order asked for. @throws HubError NOT_FOUND naming the number that is not there. */
export async function getRevisions(
  ctx: Ctx,
  ref: TaskRef,
  numbers: number[],
): Promise<(TaskRevision & RevisionContent)[]> {
  return reading(ctx, ref, async (tx, task) => {
    const rows = await tx
      .select()
      .from(revisions)
      .where(
        and(
          eq(revisions.accountId, ctx.actor.accountId),
          eq(revisions.taskUid, task.uid),
          inArray(revisions.number, numbers),
        ),
      );
    return numbers.map((number) => {
      const row = rows.find((candidate) => candidate.number === number);
      if (!row)
        throw new HubError("NOT_FOUND", `The task has no revision ${number}`, { details: { revision: number } });
      return row;
    });
  });
}
