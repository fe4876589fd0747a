import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import type { Ctx } from "#domain/context.ts";
import { approveTask } from "#domain/tasks/approve-task.ts";
import { forEachTask } from "#domain/tasks/for-each-task.ts";
import { rejectTask } from "#domain/tasks/reject-task.ts";
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
    const decide = async (itemCtx: Ctx, ref: { ref: string }) => {
      const revisionSha256 = read.get(ref.ref);
      if (decision === "rejected") return rejectTask(itemCtx, ref, { reason: reason ?? "", revisionSha256 });
      const task = await approveTask(itemCtx, ref, { feedback: reason, revisionSha256 });
      // Others still have to join this approval.
      return task.status === "awaiting_approval" ? task.message : null;
    };
    const ids = body.items.map((entry) => entry.task_id);
    const details = await forEachTask(ctx, ids, decide, taskId);
    return json(bulkAnswer(decision, body.items.length, details));
  },
);
