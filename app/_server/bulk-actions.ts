import type { Ctx } from "#domain/context.ts";
import { cancelTask } from "#domain/tasks/cancel-task.ts";
import { changeTasks, type ItemOutcome } from "#domain/tasks/change-tasks.ts";
import { holdTask, releaseTask } from "#domain/tasks/hold-task.ts";
import { rejectTask } from "#domain/tasks/reject-task.ts";

type Action = {
  /** Names the count of the answer: `cancelled_count`. */
  verb: string;
  run: (ctx: Ctx, ids: string[], reason: string | undefined, read: (id: string) => string) => Promise<ItemOutcome[]>;
};

/** What `POST /api/tasks/bulk` does to existing tasks. */
export const bulkActions = {
  cancel: { verb: "cancelled", run: (ctx, ids, reason, read) => changeTasks(ctx, cancelTask, ids, [{ reason }], read) },
  reject: {
    verb: "rejected",
    run: (ctx, ids, reason = "", read) => changeTasks(ctx, rejectTask, ids, [{ reason }], read),
  },
  pause: { verb: "paused", run: (ctx, ids, reason, read) => changeTasks(ctx, holdTask, ids, [{ reason }], read) },
  resume: { verb: "resumed", run: (ctx, ids, _, read) => changeTasks(ctx, releaseTask, ids, [], read) },
} as const satisfies Record<string, Action>;

export type BulkAction = keyof typeof bulkActions;
