"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import type { TaskGroup } from "#lib/contract/group.ts";
import { plural, score } from "#lib/format/number.ts";
import { groupsQuery } from "#lib/queries/operations.ts";
import { CreateLink } from "../queue/create-link.tsx";
import { PageHeader } from "../shell/page-header.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { Money } from "../ui/money.tsx";
import { SkeletonLines } from "../ui/skeleton.tsx";
import { Time } from "../ui/time.tsx";
import { StatusCountList, StatusStrip } from "./status-strip.tsx";

export function GroupsScreen() {
  const groups = useQuery(groupsQuery());
  return (
    <>
      <PageHeader title="Groups" />
      {groups.isPending ? <SkeletonLines lines={6} label="Loading groups" /> : null}
      {groups.isError && !groups.data ? (
        <ErrorState error={groups.error} what="The groups could not be read" onRetry={() => void groups.refetch()} />
      ) : null}
      {groups.data?.length === 0 ? (
        <EmptyState title="No groups yet" action={<CreateLink />}>
          Give tasks that belong together, such as one course or one campaign, the same group: a field when you create
          them, a column when you import, <code className="font-mono text-small">task_source_group_id</code> in the API.
          Their progress, cost and finish then show here as one.
        </EmptyState>
      ) : null}
      <ul>
        {groups.data?.map((group) => (
          <GroupRow key={group.task_source_group_id} group={group} />
        ))}
      </ul>
    </>
  );
}

function GroupRow({ group }: { group: TaskGroup }) {
  return (
    <li className="border-b border-line">
      <Link
        href={`/groups/${encodeURIComponent(group.task_source_group_id)}`}
        className="grid gap-x-8 gap-y-2 px-6 py-4 transition-colors hover:bg-hover focus-visible:-outline-offset-2 max-sm:px-4 lg:grid-cols-[minmax(0,280px)_1fr_auto]"
      >
        <span className="min-w-0">
          <span className="block truncate text-body font-strong">{group.task_source_group_id}</span>
          <span className="text-ink-faint">{plural(group.total, "task")}</span>
        </span>
        <span className="flex min-w-0 flex-col justify-center gap-2">
          <StatusStrip counts={group.counts} />
          <StatusCountList counts={group.counts} />
        </span>
        <span className="tabular flex items-center gap-6 text-ink-soft">
          {group.quality_score === null ? null : (
            <span title="On average, of 10">quality {score(group.quality_score)}</span>
          )}
          <Money value={group.total_cost} />
          <Time at={group.last_activity} className="w-20 text-right text-ink-faint" />
        </span>
      </Link>
    </li>
  );
}
