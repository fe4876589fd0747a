import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { listTaskEvents } from "#domain/tasks/read-history.ts";
import { eventResponseSchema } from "#lib/contract/task-response.ts";
import { presentEvent } from "#lib/http/profiles/unified.ts";
import { json } from "#lib/http/route.ts";
import { taskParams } from "#lib/http/task-answer.ts";

export const GET = route(
  {
    summary: "A task's events, oldest first, up to 1,000 after the given one",
    access: "tasks:read",
    params: taskParams,
    query: z.strictObject({ after: z.coerce.number({ error: "must be an event's id" }).int().min(0).default(0) }),
    responses: { 200: z.object({ task_id: z.string(), events: z.array(eventResponseSchema) }) },
    errors: ["TASK_NOT_FOUND"],
  },
  async ({ ctx, params, query }) => {
    const { taskId, events } = await listTaskEvents(ctx, { ref: params.id }, query.after);
    return json({ task_id: taskId, events: events.map(presentEvent) });
  },
);
