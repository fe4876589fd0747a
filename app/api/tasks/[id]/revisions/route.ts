import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { listRevisions } from "#domain/tasks/read-history.ts";
import { revisionResponseSchema } from "#lib/contract/task-response.ts";
import { presentRevision } from "#lib/http/profiles/unified.ts";
import { json } from "#lib/http/route.ts";
import { taskParams } from "#lib/http/task-answer.ts";

export const GET = route(
  {
    summary: "A task's revisions, newest first",
    access: "tasks:read",
    params: taskParams,
    responses: { 200: z.object({ task_id: z.string(), revisions: z.array(revisionResponseSchema) }) },
    errors: ["TASK_NOT_FOUND"],
  },
  async ({ ctx, params }) => {
    const { taskId, revisions } = await listRevisions(ctx, { ref: params.id });
    return json({ task_id: taskId, revisions: revisions.map(presentRevision) });
  },
);
