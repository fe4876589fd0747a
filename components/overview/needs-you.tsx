"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { callApi } from "#lib/api-client.ts";
import { count } from "#lib/format/number.ts";
import { duration } from "#lib/format/time.ts";
import { type StatusCounts, type TaskPage, taskKeys } from "#lib/queries/tasks.ts";
import { buttonClass } from "../ui/button.tsx";
import { FamilyMark } from "../ui/status-mark.tsx";
import { useNow } from "../ui/time.tsx";

/** The next thing to do, larger than anything else on the screen. */
export function NeedsYou({ counts }: { counts: StatusCounts | undefined }) {
  const waiting = counts?.counts.awaiting_approval ?? 0;
  const { data: oldest } = useQuery({
    queryKey: [...taskKeys.counts, "oldest-waiting"],
    queryFn: async ({ signal }) => {
      const query = { status: "awaiting_approval", sort_by: "updated_at", sort_order: "asc", limit: 1 };
      return (await callApi<TaskPage>("/api/tasks", { query, signal })).tasks[0] ?? null;
    },
    enabled: waiting > 0,
  });
  const now = useNow(30);
  if (waiting === 0) {
    return (
      <p className="flex items-center gap-3 text-title">
        <FamilyMark family="good" />
        {counts ? "Nothing needs you now." : "…"}
      </p>
    );
  }
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
      <Link href="/review" className="flex items-center gap-3 text-display font-strong hover:text-accent">
        <FamilyMark family="person" className="size-5!" />
        <span className="tabular">
          {count(waiting)} {waiting === 1 ? "needs" : "need"} you
        </span>
      </Link>
      {oldest ? (
        <Link
          href={`/review?task=${encodeURIComponent(oldest.task_id)}`}
          className="text-body text-ink-soft hover:text-ink"
          suppressHydrationWarning
        >
          the oldest for {duration(Math.max(0, (now - Date.parse(oldest.updated_at)) / 1000))}
        </Link>
      ) : null}
      <Link href="/review" className={`${buttonClass("primary")} sm:ml-auto`}>
        Review
      </Link>
    </div>
  );
}
