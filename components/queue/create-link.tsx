"use client";
import Link from "next/link";
import { useCan } from "../shell/session-context.tsx";
import { buttonClass } from "../ui/button.tsx";

/** Shown to those who may. */
export function CreateLink() {
  if (!useCan("tasks:write")) return null;
  return (
    <span className="flex flex-wrap justify-center gap-2">
      <Link href="/create/import" className={buttonClass("secondary")}>
        Import a table
      </Link>
      <Link href="/create" className={buttonClass("primary")}>
        Create a task
      </Link>
    </span>
  );
}
