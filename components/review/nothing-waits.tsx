"use client";
import { EmptyState } from "../ui/empty-state.tsx";
import type { ReviewDesk } from "./use-review-desk.ts";

/** Said once: beside the list, or in its place where there is room for one of them; the list explains its own filters. */
export function NothingWaits({ desk: { filters, list } }: { desk: ReviewDesk }) {
  if (!list.data || isNarrowed(filters)) return null;
  return (
    <EmptyState title="Nothing waits for you">
      What is ready for review comes up here by itself.{" "}
      <span className="max-lg:hidden">
        A{"\u00a0"}approves it, G{"\u00a0"}sends it back with feedback, R{"\u00a0"}rejects it.
      </span>
    </EmptyState>
  );
}

export function isNarrowed({ type, group, show }: ReviewDesk["filters"]): boolean {
  return Boolean(type || group) || show === "snoozed";
}
