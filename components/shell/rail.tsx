"use client";
import { useQuery } from "@tanstack/react-query";
import clsx from "clsx";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { count } from "#lib/format/number.ts";
import { statusCountsQuery } from "#lib/queries/tasks.ts";
import { NoticeBell } from "../notices/notice-bell.tsx";
import { AccountMenu } from "./account-menu.tsx";
import { FindButton } from "./find-button.tsx";
import { LiveDot } from "./live-dot.tsx";
import { isCurrent, type Place, usePlaces } from "./places.ts";
import type { Theme } from "./theme.ts";
import { ThemeToggle } from "./theme-toggle.tsx";
import { useWaitingForMe } from "./use-waiting-for-me.ts";

/** Icons on a laptop, names and counts where there is room; phones have the bar at the foot instead. */
export function Rail({ theme }: { theme: Theme }) {
  return (
    <div className="sticky top-0 flex h-dvh w-14 flex-col border-r border-line max-sm:hidden rail:w-46 print:hidden">
      <AccountMenu />
      <FindButton />
      <NoticeBell />
      <nav aria-label="Main" className="flex flex-1 flex-col gap-0.5 overflow-y-auto px-2 py-1">
        {usePlaces().map((place) => (
          <RailLink key={place.href} place={place} />
        ))}
      </nav>
      <div className="flex items-center justify-between p-3 max-rail:flex-col max-rail:gap-2">
        <LiveDot />
        <ThemeToggle initial={theme} />
      </div>
    </div>
  );
}

function RailLink({ place }: { place: Place }) {
  const current = isCurrent(place, usePathname());
  const number = usePlaceCount(place);
  return (
    <Link
      href={place.href}
      prefetch={place.prefetch ?? null}
      aria-current={current ? "page" : undefined}
      title={place.label}
      className={clsx(
        "relative flex h-8 items-center gap-3 rounded-md px-2.5 transition-colors hover:bg-hover",
        current ? "bg-hover font-strong text-ink" : "bg-paper text-ink-soft",
      )}
    >
      <place.icon className="size-4 shrink-0" aria-hidden strokeWidth={current ? 2.25 : 1.75} />
      <span className="max-rail:sr-only">{place.label}</span>
      {number ? <PlaceCount number={number} needsPerson={place.href === "/review"} /> : null}
    </Link>
  );
}

function PlaceCount({ number, needsPerson }: { number: number; needsPerson: boolean }) {
  return (
    <span
      className={clsx(
        "tabular ml-auto text-small max-rail:absolute max-rail:top-0 max-rail:right-px max-rail:bg-inherit max-rail:pl-0.5",
        needsPerson ? "font-strong text-person" : "font-normal text-ink-faint",
      )}
    >
      {number > 999 ? "999+" : count(number)}
    </span>
  );
}

export function usePlaceCount(place: Place): number {
  const { data } = useQuery(statusCountsQuery());
  const waiting = useWaitingForMe();
  if (place.href === "/review") return waiting ?? 0;
  return (place.counts ?? []).reduce((sum, status) => sum + (data?.counts[status] ?? 0), 0);
}
