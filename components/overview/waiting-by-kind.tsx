"use client";
import Link from "next/link";
import type { Stats } from "#lib/contract/stats.ts";
import { count, plural } from "#lib/format/number.ts";
import { typeLabel } from "#lib/format/type-label.ts";
import { useSession } from "../shell/session-context.tsx";
import { Panel } from "../ui/panel.tsx";
import { SkeletonLines } from "../ui/skeleton.tsx";

const shownTypes = 5;
const shownGroups = 4;

/** What waits, by type and by group, each a link to just those. */
export function WaitingByKind({ waiting }: { waiting: Stats["waiting"] | undefined }) {
  const { types = [], groups = [] } = waiting ?? {};
  const { user } = useSession();
  const others = types.slice(shownTypes);
  return (
    <Panel title="Waiting for you">
      {waiting ? null : <SkeletonLines lines={3} />}
      {waiting && types.length === 0 ? <p className="p-4 text-ink-soft">What is ready for review shows here.</p> : null}
      <ul className="py-1">
        {types.slice(0, shownTypes).map((type) => (
          <Row
            key={type.name}
            href={`/review?type=${encodeURIComponent(type.name)}`}
            name={typeLabel(type.name)}
            number={type.count}
          />
        ))}
        {others.length > 0 ? (
          <Row
            href={`/queue?status=awaiting_approval&unapproved=${user.id}&snoozed=false&type=${others.map(({ name }) => encodeURIComponent(name)).join(",")}`}
            name={plural(others.length, "more type")}
            number={others.reduce((sum, type) => sum + type.count, 0)}
          />
        ) : null}
      </ul>
      {groups.length > 0 ? (
        <>
          <h3 className="px-4 pt-2 text-small font-normal text-ink-faint">By group</h3>
          <ul className="pb-1">
            {groups.slice(0, shownGroups).map(({ name, count: number }) => (
              <Row key={name} href={`/review?group=${encodeURIComponent(name)}`} name={name} number={number} />
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
