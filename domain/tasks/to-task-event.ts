import type { taskEvents } from "#db/schema/history.ts";
import type { TaskEvent } from "#lib/contract/task.ts";

export function toTaskEvent(row: typeof taskEvents.$inferSelect): TaskEvent {
  const { type, message, fromStatus, toStatus, phase, progress, reason, actor } = row;
  return {
    id: String(row.id),
    timestamp: row.createdAt,
    ...{ type, message, fromStatus, toStatus, phase, progress, reason, actor },
  };
}
