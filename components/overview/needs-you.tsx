"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { countUpTo } from "#lib/format/number.ts";
import { duration } from "#lib/format/time.ts";
import { mostCounted, oldestWaitingQuery } from "#lib/queries/tasks.ts";
import { useSession } from "../shell/session-context.tsx";
import { useWaitingForMe } from "../shell/use-waiting-for-me.ts";
import { buttonClass } from "../ui/button.tsx";
import { FamilyMark } from "../ui/status-mark.tsx";
import { useNow } from "../ui/time.tsx";

/** The next thing to do, larger than anything else on the screen. */
export function NeedsYou() {
  const { user } = useSession();
  const waiting = useWaitingForMe();
  const { data: oldest } = useQuery({ ...oldestWaitingQuery(user.id), enabled: waiting !== undefined && waiting > 0 });
  const now = useNow(30);
  if (!waiting) {
    return (
      <p className="flex items-center gap-3 text-title">
        <FamilyMark family="good" />
        {waiting === 0 ? "Nothing needs you now." : "…"}
      </p>
    );
  }
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
      <Link href="/review" className="flex items-center gap-3 text-display font-strong hover:text-accent">
        <FamilyMark family="person" className="size-5!" />
        <span className="tabular">
          {countUpTo(waiting, mostCounted)} {waiting === 1 ? "needs" : "need"} you
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
      <Link href="/review" className={`${buttonClass("primary")} ml-auto`}>
        Review
      </Link>
    </div>
  );
}
