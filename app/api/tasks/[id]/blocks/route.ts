import { route } from "#app/_server/hub-route.ts";
import { listTaskBlocks } from "#domain/tasks/list-blocks.ts";
import { revisionBlocksSchema } from "#lib/contract/revision-blocks.ts";
import { json } from "#lib/http/route.ts";
import { taskParams } from "#lib/http/task-answer.ts";

export const GET = route(
  {
    summary: "What of the current revision can be made again alone",
    access: "tasks:read",
    params: taskParams,
    responses: { 200: revisionBlocksSchema },
    errors: ["TASK_NOT_FOUND"],
  },
  async ({ ctx, params }) => json(await listTaskBlocks(ctx, { ref: params.id })),
);
