"use client";
import { useQuery } from "@tanstack/react-query";
import { count } from "#lib/format/number.ts";
import { taskCountQuery, waitingFor } from "#lib/queries/tasks.ts";
import { useSession } from "../shell/session-context.tsx";
import type { ReviewDesk } from "./use-review-desk.ts";

/** The way to what was put off, and back. */
export function SnoozedView({ desk: { filters, setFilters } }: { desk: ReviewDesk }) {
  const { user } = useSession();
  const { data: snoozed } = useQuery(
    taskCountQuery({
      ...waitingFor(user.id),
      snoozed: true,
      ...(filters.type ? { task_type: [filters.type] } : {}),
      ...(filters.group ? { task_source_group_id: filters.group } : {}),
    }),
  );
  const shown = filters.show === "snoozed";
  if (!snoozed && !shown) return null;
  return (
    <button
      type="button"
      aria-pressed={shown}
      onClick={() => setFilters({ show: shown ? null : "snoozed", task: null })}
      className="shrink-0 border-t border-line px-4 py-2.5 text-left text-ink-soft hover:bg-hover hover:text-ink"
    >
      {shown ? "Back to what waits" : `Snoozed (${count(snoozed ?? 0)})`}
    </button>
  );
}
