import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { bePresent, leave } from "#domain/presence/be-present.ts";
import { presentPersonSchema, visitSchema } from "#lib/contract/presence.ts";
import { json } from "#lib/http/route.ts";
import { taskParams } from "#lib/http/task-answer.ts";

export const PUT = route(
  {
    summary: "Say that one has a task open, for the next 25 seconds; repeat it every ten",
    access: "tasks:read",
    params: taskParams,
    body: z.strictObject({
      visit: visitSchema,
      resumes: visitSchema.optional().meta({
        description:
          "The visit that went with its page, when this is the same page loaded again: it has its place again",
      }),
    }),
    responses: { 200: z.object({ present: z.array(presentPersonSchema) }) },
    errors: ["TASK_NOT_FOUND"],
  },
  async ({ ctx, params, body }) =>
    json({ present: await bePresent(ctx, { ref: params.id }, body.visit, body.resumes) }),
);

export const DELETE = route(
  {
    summary: "Say that one has closed a task",
    description: "It ends this one visit: one that began since, such as that of the page loaded again, goes on.",
    access: "tasks:read",
    params: taskParams,
    query: z.strictObject({
      visit: visitSchema,
      closing: z.stringbool({ error: "must be true or false" }).default(false).meta({
        description: "The page goes too: the visit that resumes this one within ten seconds has its place again",
      }),
    }),
    responses: { 204: null },
    errors: ["TASK_NOT_FOUND"],
  },
  async ({ ctx, params, query }) => {
    await leave(ctx, { ref: params.id }, query.visit, query.closing);
    return new Response(null, { status: 204 });
  },
);
