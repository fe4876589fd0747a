import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { isStillAllowed } from "#app/_server/still-allowed.ts";
import { watchTasks } from "#domain/tasks/watch-tasks.ts";
import { eventStream } from "#lib/http/event-stream.ts";
import { readEventId, toServerSentEvent } from "#lib/http/task-events.ts";
import { readTaskFilters, taskFilterSchema } from "#lib/http/task-list-query.ts";

export const GET = route(
  {
    summary: "Live changes as server-sent events; Last-Event-ID replays what was missed",
    access: "tasks:read",
    query: taskFilterSchema,
    responses: { 200: z.string() },
    responseType: "text/event-stream",
  },
  async ({ ctx, query, profile, request }) => {
    const filters = readTaskFilters(query, profile);
    const since = readEventId(request.headers.get("last-event-id"));
    const events = async function* (signal: AbortSignal) {
      for await (const items of watchTasks(ctx, { filters, since, signal })) {
        yield items.map((item) => toServerSentEvent(item, profile));
      }
    };
    return eventStream(events, { signal: request.signal, allowed: () => isStillAllowed(ctx, request) });
  },
);
