import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { bePresent, leave } from "#domain/presence/be-present.ts";
import { presentPersonSchema } from "#lib/contract/presence.ts";
import { json } from "#lib/http/route.ts";
import { taskParams } from "#lib/http/task-answer.ts";

export const PUT = route(
  {
    summary: "Say that one has a task open, for the next 25 seconds; repeat it every ten",
    access: "tasks:read",
    params: taskParams,
    body: z.strictObject({}),
    optionalBody: true,
    responses: { 200: z.object({ present: z.array(presentPersonSchema) }) },
    errors: ["TASK_NOT_FOUND"],
  },
  async ({ ctx, params }) => json({ present: await bePresent(ctx, { ref: params.id }) }),
);

export const DELETE = route(
  {
    summary: "Say that one has closed a task",
    access: "tasks:read",
    params: taskParams,
    responses: { 204: null },
    errors: ["TASK_NOT_FOUND"],
  },
  async ({ ctx, params }) => {
    await leave(ctx, { ref: params.id });
    return new Response(null, { status: 204 });
  },
);
