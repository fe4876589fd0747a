"use client";
import { useLiveState } from "../live/live-context.tsx";
import { FamilyMark } from "../ui/status-mark.tsx";

/** Says that the screen may be behind; nothing that is done offline is pretended to be done. */
export function OfflineBar() {
  if (useLiveState() !== "offline") return null;
  return (
    <p role="status" className="flex items-center gap-2 border-b border-line bg-person-soft px-4 py-1.5">
      <FamilyMark family="person" />
      The hub cannot be reached. What you see may be old, and decisions are not sent until it is back.
    </p>
  );
}
