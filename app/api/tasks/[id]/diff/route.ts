import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { diffRevisions } from "#domain/tasks/diff-revisions.ts";
import { revisionDiffSchema } from "#lib/contract/revision-diff.ts";
import { json } from "#lib/http/route.ts";
import { revisionNumber, taskParams } from "#lib/http/task-answer.ts";

export const GET = route(
  {
    summary: "What changed between two revisions",
    access: "tasks:read",
    params: taskParams,
    query: z.strictObject({ from: revisionNumber, to: revisionNumber }),
    responses: { 200: revisionDiffSchema },
    errors: ["TASK_NOT_FOUND", "NOT_FOUND"],
  },
  async ({ ctx, params, query }) => json(await diffRevisions(ctx, { ref: params.id }, query)),
);
