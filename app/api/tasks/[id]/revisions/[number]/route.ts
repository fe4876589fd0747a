import { route } from "#app/_server/hub-route.ts";
import { getRevisions } from "#domain/tasks/read-history.ts";
import { revisionDetailResponseSchema } from "#lib/contract/task-response.ts";
import { presentRevisionDetail } from "#lib/http/profiles/unified.ts";
import { json } from "#lib/http/route.ts";
import { revisionNumber, taskParams } from "#lib/http/task-answer.ts";

export const GET = route(
  {
    summary: "One revision with its content",
    access: "tasks:read",
    params: taskParams.extend({ number: revisionNumber }),
    responses: { 200: revisionDetailResponseSchema },
    errors: ["TASK_NOT_FOUND", "NOT_FOUND"],
  },
  async ({ ctx, params }) => {
    const revisions = await getRevisions(ctx, { ref: params.id }, [params.number]);
    const task = { id: params.id, accountId: ctx.actor.accountId };
    return json(revisions.map((revision) => presentRevisionDetail(revision, task))[0]);
  },
);
