"use client";
import clsx from "clsx";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { PageHeader } from "../shell/page-header.tsx";

const pages = [
  { href: "/settings/members", label: "Members" },
  { href: "/settings/keys", label: "Keys" },
  { href: "/settings/models", label: "Models" },
  { href: "/settings/policies", label: "Policies" },
  { href: "/settings/audit", label: "Audit" },
  { href: "/settings/you", label: "You" },
] as const;

export function SettingsFrame({ children }: { children: ReactNode }) {
  const pathname = usePathname();
  return (
    <>
      <PageHeader title="Settings" />
      <nav aria-label="Settings" className="flex gap-1 overflow-x-auto border-b border-line px-4">
        {pages.map((page) => {
          const current = pathname === page.href;
          return (
            <Link
              key={page.href}
              href={page.href}
              aria-current={current ? "page" : undefined}
              className={clsx(
                "-mb-px inline-flex h-10 items-center border-b-2 px-2 focus-visible:-outline-offset-2 max-sm:h-12",
                current ? "border-ink font-strong" : "border-transparent text-ink-soft hover:text-ink",
              )}
            >
              {page.label}
            </Link>
          );
        })}
      </nav>
      <div className="w-full max-w-220 p-6 max-sm:p-4">{children}</div>
    </>
  );
}
