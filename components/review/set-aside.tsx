"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { count } from "#lib/format/number.ts";
import { taskCountQuery } from "#lib/queries/tasks.ts";
import { useSession } from "../shell/session-context.tsx";

/** What the reader has approved and others still have to: out of the way, and not out of reach. */
export function SetAside() {
  const { user } = useSession();
  const { data: waiting } = useQuery(taskCountQuery({ status: ["awaiting_approval"], approved_by: user.id }));
  if (!waiting) return null;
  return (
    <Link
      href={`/queue?status=awaiting_approval&approved=${user.id}`}
      className="shrink-0 border-t border-line px-4 py-2.5 text-ink-soft hover:bg-hover hover:text-ink"
    >
      {count(waiting)} approved by you {waiting === 1 ? "waits" : "wait"} for others
    </Link>
  );
}
