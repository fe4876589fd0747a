import { sql } from "drizzle-orm";
import { tasks } from "#db/schema/tasks.ts";
import { type Ctx, inAccount } from "#domain/context.ts";
import { sendSignal } from "#domain/live/signals.ts";
import { recordEvent } from "#domain/tasks/record-event.ts";
import { heldBy, type Lease, LeaseLost } from "#domain/work/lease.ts";

export type ProgressReport = {
  phase: string;
  /** 1–99 of the whole task. */
  progress: number;
  message: string;
  /** The end of what a model is writing, shown to whoever looks and kept nowhere. */
  written?: string | null;
  /** Whether live viewers are told; lists see it either way. */
  announce: boolean;
};

/**
 * Shows how far a task is. Not a change that an editor could conflict with, so its version stays.
 * @throws LeaseLost
 */
export async function reportProgress(ctx: Ctx, lease: Lease, report: ProgressReport): Promise<void> {
  await inAccount(ctx, async (tx) => {
    const [task] = await tx
      .update(tasks)
      .set({
        progress: sql`greatest(${tasks.progress}, ${report.progress})`,
        message: report.message,
        updatedAt: sql`now()`,
      })
      .where(heldBy(lease))
      .returning({
        uid: tasks.uid,
        id: tasks.id,
        accountId: tasks.accountId,
        taskSourceGroupId: tasks.taskSourceGroupId,
        progress: tasks.progress,
      });
    if (!task) throw new LeaseLost();
    if (!report.announce) return;
    await recordEvent({ ...ctx, tx }, task, { type: "progress", phase: report.phase, message: report.message });
    if (!report.written) return;
    const { accountId, id } = task;
    const writing = { type: "writing" as const, task_id: id, phase: report.phase, text: report.written };
    await sendSignal(tx, { accountId, userId: null }, writing);
  });
}
