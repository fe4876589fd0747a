import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { type ApproveTask, approveTask } from "#domain/tasks/approve-task.ts";
import { changeTasks } from "#domain/tasks/change-tasks.ts";
import { type RejectTask, rejectTask } from "#domain/tasks/reject-task.ts";
import { bulkAnswer, bulkAnswerSchema, taskName } from "#lib/contract/bulk.ts";
import { reviewText, sha256 } from "#lib/contract/review-fields.ts";
import { readers } from "#lib/http/profiles/readers.ts";
import { json } from "#lib/http/route.ts";

const item = z.strictObject({ task_id: taskName, revision_sha256: sha256 });

export const POST = route(
  {
    summary: "Decide on up to 100 tasks, each on the revision that was read",
    access: "tasks:review",
    body: z
      .strictObject({
        items: z.array(item).min(1).max(100),
        decision: z.enum(["approved", "rejected"]),
        reason: reviewText.optional(),
      })
      .refine(({ decision, reason }) => decision === "approved" || reason !== undefined, {
        path: ["reason"],
        error: "is required to reject",
      }),
    responses: { 200: bulkAnswerSchema },
  },
  async ({ ctx, body, profile }) => {
    const { taskId } = readers[profile];
    const read = new Map(body.items.map((entry) => [taskId(entry.task_id), entry.revision_sha256]));
    const { decision, reason } = body;
    const ids = body.items.map((entry) => entry.task_id);
    const approval = (ref: string): [ApproveTask] => [{ feedback: reason, revisionSha256: read.get(ref) }];
    const rejection = (ref: string): [RejectTask] => [{ reason: reason ?? "", revisionSha256: read.get(ref) }];
    const details =
      decision === "approved"
        ? await changeTasks(ctx, approveTask, ids, approval, taskId)
        : await changeTasks(ctx, rejectTask, ids, rejection, taskId);
    return json(bulkAnswer(decision, body.items.length, details));
  },
);
