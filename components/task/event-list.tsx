import type { EventResponse } from "#lib/contract/task-response.ts";
import { Time } from "../ui/time.tsx";

/** What happened, the latest first; a run of progress messages counts once. */
export function EventList({ events }: { events: readonly EventResponse[] }) {
  const told = [...events].reverse().filter((event) => event.type !== "progress");
  if (told.length === 0) return <p className="text-ink-faint">Nothing has happened yet.</p>;
  return (
    <ol className="flex flex-col gap-2">
      {told.map((event) => (
        <li key={event.id} className="grid grid-cols-[1fr_auto] gap-x-3">
          <span className="min-w-0 break-words">
            {event.message} <span className="text-ink-faint">{event.actor.name}</span>
          </span>
          <Time at={event.timestamp} className="text-ink-faint" />
          {event.reason ? (
            <span className="col-span-2 border-l-2 border-line-strong pl-2 text-ink-soft">{event.reason}</span>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
