"use client";
import type { ReactNode } from "react";
import { useCan } from "../shell/session-context.tsx";
import { EmptyState } from "../ui/empty-state.tsx";

/** Says who can, where knowing that something exists helps. */
export function AdminOnly({ what, children }: { what: string; children: ReactNode }) {
  if (useCan("account:admin")) return children;
  return (
    <EmptyState title={`${what} are managed by the account's admins`}>Ask one of them for what you need.</EmptyState>
  );
}
