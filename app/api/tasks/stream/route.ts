import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { takeStream } from "#app/_server/open-streams.ts";
import { isStillAllowed } from "#app/_server/still-allowed.ts";
import { watchSignals } from "#domain/live/signals.ts";
import { watchTasks } from "#domain/tasks/watch-tasks.ts";
import { eventStream } from "#lib/http/event-stream.ts";
import { presentSignal, readEventId, toServerSentEvent } from "#lib/http/task-events.ts";
import { readTaskFilters, taskFilterSchema } from "#lib/http/task-list-query.ts";

const streamSchema = z.strictObject({
  ...taskFilterSchema.shape,
  after: z
    .string()
    .optional()
    .meta({ description: "As Last-Event-ID, for a client that sends none with its first request" }),
  writing: z.stringbool({ error: "must be true or false" }).default(false),
});

export const GET = route(
  {
    summary: "Live changes as server-sent events; Last-Event-ID replays what was missed",
    description:
      "It is answered once it listens: what happens after that is told. Each message is a `task` event. A signed-in " +
      "person's stream has `signal` events too: what changed beside the tasks, such as their notifications. Those carry " +
      "no id and are not replayed. With `writing=true` they tell the end of what running tasks write, too.",
    access: "tasks:read",
    query: streamSchema,
    responses: { 200: z.string() },
    responseType: "text/event-stream",
  },
  async ({ ctx, query: { after, writing, ...query }, profile, request }) => {
    const filters = readTaskFilters(query, profile);
    const since = readEventId(request.headers.get("last-event-id"), "Last-Event-ID") ?? readEventId(after, "after");
    const events = async function* (signal: AbortSignal, end: () => void) {
      for await (const items of watchTasks(ctx, { filters, since, signal })) {
        yield items.map((item) => toServerSentEvent(item, profile));
      }
      end();
    };
    const allowed = () => isStillAllowed(ctx, request);
    const signals = async function* (signal: AbortSignal, end: () => void) {
      for await (const told of watchSignals(ctx, signal, writing)) {
        const lost = told.some(({ type }) => type === "access") && !(await allowed());
        if (lost) return end();
        yield told.map((signal) => ({ event: "signal", data: presentSignal(signal, profile) }));
      }
    };
    return eventStream([events, signals], { signal: request.signal, allowed, ended: takeStream(ctx.actor) });
  },
);
