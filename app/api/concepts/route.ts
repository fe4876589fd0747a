import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { listConcepts } from "#domain/concepts/find-concept.ts";
import { conceptSchema } from "#lib/contract/concept-result.ts";
import { presentConcept } from "#lib/http/profiles/concept-result.ts";
import { json } from "#lib/http/route.ts";
import { readPage, taskListSchema } from "#lib/http/task-list-query.ts";

export const GET = route(
  {
    summary: "List finished concepts, newest first",
    access: "tasks:read",
    query: taskListSchema.pick({ limit: true, offset: true, skip: true, cursor: true }),
    responses: {
      200: z.object({
        concepts: z.array(conceptSchema),
        total: z.int(),
        limit: z.int(),
        offset: z.int(),
        next_cursor: z.string().nullable(),
      }),
    },
    profile: "concepts",
  },
  async ({ ctx, query, profile }) => {
    const page = readPage(query, profile);
    const { tasks, total, nextCursor } = await listConcepts(ctx, { ...page, cursor: query.cursor });
    return json({ concepts: tasks.map(presentConcept), total, ...page, next_cursor: nextCursor });
  },
);
