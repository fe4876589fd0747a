import { cache } from "react";
import { getDb } from "#db/client.ts";
import { livePosition } from "#domain/tasks/event-feed.ts";
import { toEventId } from "#lib/http/task-events.ts";

/** Where the stream of a page begins that is rendered now: before the first of its data was read, so nothing is between. */
export const liveFrom = cache(async () => toEventId(await livePosition(getDb())));
