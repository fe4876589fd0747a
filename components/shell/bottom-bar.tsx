"use client";
import clsx from "clsx";
import { Bell, Ellipsis } from "lucide-react";
import Link from "next/link";
import { usePathname, useRouter } from "next/navigation";
import { count } from "#lib/format/number.ts";
import { UnreadCount, useUnreadNotices } from "../notices/notice-bell.tsx";
import { useOpenNotices } from "../notices/notices-context.ts";
import { Menu, MenuItem } from "../ui/menu.tsx";
import { isCurrent, type Place, usePlaces } from "./places.ts";
import { usePlaceCount } from "./rail.tsx";

const cell = "relative flex h-14 flex-1 flex-col items-center justify-center gap-0.5 text-small";

export function BottomBar() {
  const router = useRouter();
  const places = usePlaces();
  const openNotices = useOpenNotices();
  const unread = useUnreadNotices();
  return (
    <nav aria-label="Main" className="sticky bottom-0 z-30 flex border-t border-line bg-paper sm:hidden">
      {places
        .filter((place) => place.onPhone)
        .map((place) => (
          <BarLink key={place.href} place={place} />
        ))}
      <Menu
        side="top"
        align="end"
        trigger={
          <button type="button" className={clsx(cell, "text-ink-soft")}>
            <Ellipsis className="size-5" aria-hidden />
            More
            {unread > 0 ? <UnreadCount unread={unread} className="absolute top-1 left-1/2 ml-2" /> : null}
          </button>
        }
      >
        <MenuItem onSelect={openNotices}>
          <Bell className="size-4" aria-hidden />
          Notifications
          {unread > 0 ? <UnreadCount unread={unread} /> : null}
        </MenuItem>
        {places
          .filter((place) => !place.onPhone)
          .map((place) => (
            <MenuItem key={place.href} onSelect={() => router.push(place.href)}>
              <place.icon className="size-4" aria-hidden />
              {place.label}
            </MenuItem>
          ))}
      </Menu>
    </nav>
  );
}

function BarLink({ place }: { place: Place }) {
  const current = isCurrent(place, usePathname());
  const number = usePlaceCount(place);
  return (
    <Link
      href={place.href}
      aria-current={current ? "page" : undefined}
      className={clsx(cell, current ? "font-strong text-ink" : "text-ink-soft")}
    >
      <place.icon className="size-5" aria-hidden strokeWidth={1.75} />
      {place.label}
      {number && place.href === "/review" ? (
        <span className="tabular absolute top-1 left-1/2 ml-2 rounded-full bg-person-soft px-1.5 font-strong text-person">
          {count(number)}
        </span>
      ) : null}
    </Link>
  );
}
