"use client";
import { useInfiniteQuery } from "@tanstack/react-query";
import Link from "next/link";
import { count } from "#lib/format/number.ts";
import { listedTasks, taskListQuery } from "#lib/queries/tasks.ts";
import { Panel } from "../ui/panel.tsx";
import { SkeletonLines } from "../ui/skeleton.tsx";

/** What waits, by type and by group, each a link to just those. */
export function WaitingByKind() {
  const list = useInfiniteQuery(
    taskListQuery({ status: ["awaiting_approval"], sort_by: "priority", sort_order: "desc" }, 100),
  );
  const tasks = listedTasks(list.data).filter((task) => task.state === "awaiting_approval");
  const types = tally(tasks.map((task) => task.task_type));
  const groups = tally(tasks.flatMap((task) => task.task_source_group_id ?? []));
  return (
    <Panel title="Waiting for you">
      {list.isPending ? <SkeletonLines lines={3} /> : null}
      {list.data && tasks.length === 0 ? (
        <p className="p-4 text-ink-soft">What is ready for review shows here.</p>
      ) : null}
      <ul className="py-1">
        {types.map(([type, number]) => (
          <Row
            key={type}
            href={`/review?type=${encodeURIComponent(type)}`}
            name={type.replaceAll("_", " ")}
            number={number}
          />
        ))}
      </ul>
      {groups.length > 0 ? (
        <>
          <h3 className="px-4 pt-2 text-small font-normal text-ink-faint">By group</h3>
          <ul className="pb-1">
            {groups.slice(0, 4).map(([group, number]) => (
              <Row key={group} href={`/review?group=${encodeURIComponent(group)}`} name={group} number={number} />
            ))}
          </ul>
        </>
      ) : null}
    </Panel>
  );
}

function Row({ href, name, number }: { href: string; name: string; number: number }) {
  return (
    <li>
      <Link
        href={href}
        className="flex h-9 items-center justify-between gap-4 px-4 hover:bg-hover focus-visible:-outline-offset-2"
      >
        <span className="truncate">{name}</span>
        <span className="tabular text-ink-soft">{count(number)}</span>
      </Link>
    </li>
  );
}

function tally(names: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}
