"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef } from "react";
import type { TaskResponse } from "#lib/contract/task-response.ts";
import { refreshTask, resubmitTask, sendTaskAction } from "#lib/queries/task-actions.ts";
import { dismissNotice, notify, notifyError } from "../ui/toast.ts";

export type Decision =
  | { verb: "approve" }
  | { verb: "reject"; reason: string }
  | { verb: "regenerate"; feedback: string; from_phase?: string };

type Decidable = Pick<TaskResponse, "task_id" | "title" | "revision" | "approvals">;

type Handlers = {
  /** The server refused: the task waits as before. */
  onRefused?: (task: Decidable, error: unknown) => void;
  onTakenBack?: (task: Decidable) => void;
};

/** A decision can be taken back for this long. */
const undoMs = 10_000;
const noticeId = "decision";

const done: Record<Decision["verb"], string> = { approve: "Approved", reject: "Rejected", regenerate: "Sent back" };

/** An approval that others have to join is one, but the task goes on waiting. */
function outcomeOf({ approvals }: Decidable, { verb }: Decision): string {
  const left = approvals ? approvals.needed - approvals.given.length - 1 : 0;
  if (verb !== "approve" || left <= 0) return done[verb];
  return left === 1 ? "Approved, waits for one more" : `Approved, waits for ${left} more`;
}

/** Decides at once, says what came of it, and takes the last decision back while that is possible. */
export function useDecide({ onRefused, onTakenBack }: Handlers = {}) {
  const client = useQueryClient();
  const last = useRef<{ task: Decidable; decision: Decision; settled: Promise<boolean>; at: number } | null>(null);
  const handlers = useRef({ onRefused, onTakenBack });
  handlers.current = { onRefused, onTakenBack };

  const undo = useCallback(async () => {
    const decided = last.current;
    if (!decided || decided.decision.verb === "regenerate" || Date.now() - decided.at > undoMs) return;
    last.current = null;
    dismissNotice(noticeId);
    if (!(await decided.settled)) return;
    try {
      if (decided.decision.verb === "approve") await sendTaskAction(decided.task.task_id, { verb: "unapprove" });
      else await resubmitTask(decided.task.task_id, "Decision taken back");
      handlers.current.onTakenBack?.(decided.task);
      notify({ text: `Taken back: ${decided.task.title}`, family: "person" });
    } catch (error) {
      notifyError(`“${decided.task.title}” could not be taken back`, error);
    } finally {
      refreshTask(client, decided.task.task_id);
    }
  }, [client]);

  const decide = useCallback(
    (task: Decidable, decision: Decision): Promise<boolean> => {
      const body =
        decision.verb === "approve" ? { ...decision, revision_sha256: task.revision?.sha256 ?? null } : decision;
      const settled = sendTaskAction(task.task_id, body).then(
        () => true,
        (error: unknown) => {
          dismissNotice(noticeId);
          handlers.current.onRefused?.(task, error);
          return false;
        },
      );
      last.current = { task, decision, settled, at: Date.now() };
      notify({
        id: noticeId,
        text: `${outcomeOf(task, decision)}: ${task.title}`,
        family: decision.verb === "approve" ? "good" : decision.verb === "reject" ? "bad" : "working",
        lasts: undoMs,
        action: decision.verb === "regenerate" ? undefined : { label: "Undo", shortcut: "z", run: () => void undo() },
      });
      void settled.then(() => refreshTask(client, task.task_id));
      return settled;
    },
    [client, undo],
  );
  return { decide, undo };
}
