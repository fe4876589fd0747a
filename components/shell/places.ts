"use client";
import { BookOpenText, ClipboardCheck, Gauge, LayoutGrid, ListFilter, PenLine, Settings2 } from "lucide-react";
import type { Scope } from "#lib/contract/access.ts";
import type { TaskStatus } from "#lib/contract/status.ts";
import { useSession } from "./session-context.tsx";

export type Place = {
  href: string;
  label: string;
  icon: typeof Gauge;
  /** Statuses whose sum stands beside the name. */
  counts?: readonly TaskStatus[];
  /** In the bar at the foot of a phone. */
  onPhone?: true;
  prefetch?: false;
  /** The right without which there is nothing to do there. */
  needs?: Scope;
};

const places: readonly Place[] = [
  { href: "/", label: "Overview", icon: Gauge, onPhone: true },
  { href: "/review", label: "Review", icon: ClipboardCheck, onPhone: true },
  { href: "/queue", label: "Queue", icon: ListFilter, counts: ["pending", "queued", "generating"], onPhone: true },
  { href: "/groups", label: "Groups", icon: LayoutGrid },
  { href: "/create", label: "Create", icon: PenLine, onPhone: true, needs: "tasks:write" },
  { href: "/settings", label: "Settings", icon: Settings2 },
  { href: "/docs", label: "API docs", icon: BookOpenText, prefetch: false },
];

/** Where this person has something to do. */
export function usePlaces(): readonly Place[] {
  const { scopes } = useSession().account;
  return places.filter((place) => !place.needs || scopes.includes(place.needs));
}

export function isCurrent(place: Place, pathname: string): boolean {
  return place.href === "/" ? pathname === "/" : pathname === place.href || pathname.startsWith(`${place.href}/`);
}
