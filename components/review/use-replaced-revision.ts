"use client";
import { useRef } from "react";
import type { TaskDetail } from "#lib/queries/tasks.ts";
import { useSession } from "../shell/session-context.tsx";

/** The revision that took the place of the one being read, when somebody else made it; null as long as none did. */
export function useReplacedRevision(task: TaskDetail | undefined): TaskDetail["revision"] {
  const { user } = useSession();
  const seen = useRef<{ taskId: string; number: number } | null>(null);
  const revision = task?.revision ?? null;
  if (!task || !revision) return null;
  if (seen.current?.taskId !== task.task_id || revision.author.id === user.id) {
    seen.current = { taskId: task.task_id, number: revision.number };
  }
  return revision.number > seen.current.number ? revision : null;
}
