import * as z from "zod";
import type { Profile } from "#lib/contract/access.ts";
import { taskName } from "#lib/contract/bulk.ts";
import type { TaskSummary } from "#lib/contract/task.ts";
import { HubError } from "#lib/errors.ts";
import { presenters } from "#lib/http/profiles/presenters.ts";
import { shownProgress } from "#lib/http/profiles/task-fields.ts";
import { validate } from "#lib/http/validate.ts";

const groupName = z.string().min(1).max(200);

/** What a client sends over `/ws/tasks`. */
const taskFrameSchema = z
  .strictObject({
    action: z.enum(["subscribe", "unsubscribe"]),
    task_id: taskName.optional(),
    group_id: groupName.optional(),
  })
  .refine(({ task_id: task, group_id: group }) => (task === undefined) !== (group === undefined), {
    message: "send either task_id or group_id",
    path: ["task_id"],
  });

export type TaskFrame = z.output<typeof taskFrameSchema>;

/** @throws HubError VALIDATION_ERROR for what is not such a frame */
export function readTaskFrame(data: Buffer, isBinary: boolean): TaskFrame {
  return validate(taskFrameSchema, parse(data, isBinary), "query");
}

function parse(data: Buffer, isBinary: boolean): unknown {
  try {
    if (!isBinary) return JSON.parse(data.toString("utf8"));
  } catch {
    // Told below, as what is binary is.
  }
  throw new HubError("VALIDATION_ERROR", 'A frame is text: JSON such as {"action": "subscribe", "task_id": "…"}', {
    status: 400,
    details: { field: "", reason: "is not JSON as text" },
  });
}

type Event = { taskId: string; type: string; message: string; phase: string | null; createdAt: Date };

/** How a task stands now, in the words of a profile: the answer to a subscription. */
export function stateFrame(task: TaskSummary, profile: Profile): object {
  return { type: "subscribed", ...standing(task, profile, task.message), timestamp: task.updatedAt.toISOString() };
}

/** What has just happened to a task. */
export function updateFrame({ event, task }: { event: Event; task: TaskSummary | null }, profile: Profile): object {
  const timestamp = event.createdAt.toISOString();
  if (!task)
    return { type: "deleted", task_id: presenters[profile].taskId(event.taskId), message: event.message, timestamp };
  return { type: "update", event: event.type, ...standing(task, profile, event.message), timestamp };
}

function standing(task: TaskSummary, profile: Profile, said: string) {
  const shown: { task_id?: string; status?: string; message?: string } = presenters[profile].listItem(task);
  const { task_id, status } = shown;
  // The concepts profile has set messages for each status; the others tell what is being done.
  const message = profile === "concepts" ? shown.message : said;
  const { status: state, phase, taskSourceGroupId } = task;
  return { task_id, status, state, progress: shownProgress(task), message, phase, group_id: taskSourceGroupId };
}
