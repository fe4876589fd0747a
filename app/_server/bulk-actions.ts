import type { Ctx } from "#domain/context.ts";
import { cancelTask } from "#domain/tasks/cancel-task.ts";
import type { TaskRef } from "#domain/tasks/find-task-row.ts";
import { holdTask, releaseTask } from "#domain/tasks/hold-task.ts";
import { rejectTask } from "#domain/tasks/reject-task.ts";

type Action = {
  /** Names the count of the answer: `cancelled_count`. */
  verb: string;
  run: (ctx: Ctx, ref: TaskRef, reason: string | undefined) => Promise<unknown>;
};

/** What `POST /api/tasks/bulk` does to existing tasks. */
export const bulkActions = {
  cancel: { verb: "cancelled", run: (ctx, ref, reason) => cancelTask(ctx, ref, { reason }) },
  reject: { verb: "rejected", run: (ctx, ref, reason = "") => rejectTask(ctx, ref, { reason }) },
  pause: { verb: "paused", run: (ctx, ref, reason) => holdTask(ctx, ref, { reason }) },
  resume: { verb: "resumed", run: (ctx, ref) => releaseTask(ctx, ref) },
} as const satisfies Record<string, Action>;

export type BulkAction = keyof typeof bulkActions;
