import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { setValidatedStatus } from "#domain/tasks/set-validated-status.ts";
import { freeJsonSchema } from "#lib/contract/json.ts";
import { sha256 } from "#lib/contract/review-fields.ts";
import { taskStatuses } from "#lib/contract/status.ts";
import { json } from "#lib/http/route.ts";
import { taskParams } from "#lib/http/task-answer.ts";

export const PUT = route(
  {
    summary: "Set a status by name: approve, reject, publish, re-submit",
    description:
      "Each status needs the right of its move: approved and rejected tasks:review, published tasks:publish, the others " +
      "tasks:write. Any other move, also to the present status, is a 409 and stays in the task's status-history.",
    access: "account",
    params: taskParams,
    body: z.strictObject({
      status: z.enum(taskStatuses),
      updated_by: z.string().max(200).optional().meta({ description: "Kept and echoed; the credential is the actor" }),
      reason: z.string().max(10_000).optional(),
      metadata: freeJsonSchema.optional(),
      revision_sha256: sha256.optional(),
    }),
    responses: {
      200: z.object({
        success: z.literal(true),
        task_id: z.string(),
        message: z.string(),
        updated_by: z.string(),
        timestamp: z.iso.datetime(),
      }),
    },
    errors: [
      "TASK_NOT_FOUND",
      "INVALID_STATUS_TRANSITION",
      "REVISION_CHANGED",
      "APPROVAL_NOT_ALLOWED",
      "ALREADY_APPROVED",
    ],
  },
  async ({ ctx, params, body }) => {
    const { status, reason, updated_by: updatedBy, revision_sha256: revisionSha256 } = body;
    const metadata = updatedBy === undefined ? body.metadata : { ...body.metadata, updated_by: updatedBy };
    const moved = await setValidatedStatus(ctx, { ref: params.id }, { status, reason, metadata, revisionSha256 });
    return json({
      success: true,
      task_id: moved.id,
      // An approval that others still have to join moves nothing yet.
      message: moved.to === moved.from ? moved.message : `Status changed: ${moved.from} → ${moved.to}`,
      updated_by: updatedBy ?? ctx.actor.name,
      timestamp: new Date().toISOString(),
    });
  },
);
