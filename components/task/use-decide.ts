"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef } from "react";
import type { TaskResponse } from "#lib/contract/task-response.ts";
import { exactTime } from "#lib/format/time.ts";
import { refreshTask, resubmitTask, sendTaskAction, type TaskAction } from "#lib/queries/task-actions.ts";
import { taskKeys } from "#lib/queries/tasks.ts";
import { dismissNotice, notify, notifyError } from "../ui/toast.ts";
import { forgetWords } from "./decision-words.ts";
import type { SendBack } from "./send-back-dialog.tsx";

export type Decision =
  | { verb: "approve" }
  | { verb: "reject"; reason: string }
  | ({ verb: "regenerate" } & SendBack)
  | { verb: "snooze"; until: string | null };

type Decidable = Pick<TaskResponse, "task_id" | "title" | "state" | "revision" | "approvals" | "snoozed_until">;

type Handlers = {
  /** The server refused: the task waits as before. */
  onRefused?: (task: Decidable, error: unknown) => void;
  onTakenBack?: (task: Decidable) => void;
};

/** A decision can be taken back for this long. */
const undoMs = 10_000;
const noticeId = "decision";
const undoKey = { label: "Undo", shortcut: "z" };

/** What is sent back waits a little longer than it can be taken back: until then it has cost nothing. */
const leftAloneSeconds = 12;

const done = { approve: "Approved", reject: "Rejected", regenerate: "Sent back" };
const families = { approve: "good", reject: "bad", regenerate: "working", snooze: "stopped" } as const;

/** An approval that others have to join is one, but the task goes on waiting. */
function outcomeOf({ approvals }: Decidable, decision: Decision): string {
  if (decision.verb === "snooze") {
    return decision.until ? `Snoozed until ${exactTime(decision.until)}` : "Back on the desk";
  }
  const left = approvals ? approvals.needed - approvals.given.length - 1 : 0;
  if (decision.verb !== "approve" || left <= 0) return done[decision.verb];
  return left === 1 ? "Approved, waits for one more" : `Approved, waits for ${left} more`;
}

function bodyOf({ state, revision }: Decidable, decision: Decision): TaskAction {
  if (decision.verb === "approve") return { ...decision, revision_sha256: revision?.sha256 ?? null };
  // Who mended it meanwhile does not have that rejected.
  if (decision.verb === "reject") return { ...decision, revision_sha256: revision?.sha256 };
  const canRecall = decision.verb === "regenerate" && state === "awaiting_approval";
  return canRecall ? { ...decision, delay_seconds: leftAloneSeconds } : decision;
}

/** The move that takes a decision back; null where there is none: only what waited at the desk can wait there again. */
function inverseOf(task: Decidable, { verb }: Decision): (() => Promise<unknown>) | null {
  const { task_id: id, state, snoozed_until: until } = task;
  if (verb === "approve") return () => sendTaskAction(id, { verb: "unapprove" });
  if (verb === "reject") return () => resubmitTask(id, "Decision taken back");
  if (verb === "snooze") return () => sendTaskAction(id, { verb: "snooze", until });
  return state === "awaiting_approval" ? () => sendTaskAction(id, { verb: "recall" }) : null;
}

type Made = { task: Decidable; text: string; inverse: () => Promise<unknown>; settled: Promise<boolean>; at: number };

/** Decides at once, says what came of it, and takes decisions back, the last one first, while that is possible. */
export function useDecide({ onRefused, onTakenBack }: Handlers = {}) {
  const client = useQueryClient();
  const made = useRef<Made[]>([]);
  /** Null once its screen was left: what comes after that is said, and moves nothing. */
  const handlers = useRef<Handlers | null>(null);
  useEffect(() => {
    handlers.current = { onRefused, onTakenBack };
    return () => {
      handlers.current = null;
    };
  });

  const undo = useCallback(async () => {
    const decided = made.current.pop();
    if (!decided) return;
    dismissNotice(noticeId);
    if (Date.now() - decided.at > undoMs) {
      made.current = [];
      return notify({ text: "The ten seconds are over", detail: decided.text, family: "stopped" });
    }
    const before = made.current.at(-1);
    const left = before ? before.at + undoMs - Date.now() : 0;
    if (before && left > 0) {
      notify({
        id: noticeId,
        text: before.text,
        lasts: left,
        family: "stopped",
        action: { ...undoKey, run: () => void undo() },
      });
    }
    if (!(await decided.settled)) return;
    try {
      await decided.inverse();
      // What comes back is decided on by what it is now: a pause in which it can be recalled goes with where it stands.
      await client.refetchQueries({ queryKey: taskKeys.detail(decided.task.task_id), exact: true });
      handlers.current?.onTakenBack?.(decided.task);
      notify({ text: `Taken back: ${decided.task.title}`, family: "person" });
    } catch (error) {
      notifyError(`“${decided.task.title}” could not be taken back`, error);
    } finally {
      refreshTask(client, decided.task.task_id);
    }
  }, [client]);

  const decide = useCallback(
    (task: Decidable, decision: Decision): Promise<boolean> => {
      const inverse = inverseOf(task, decision);
      const text = `${outcomeOf(task, decision)}: ${task.title}`;
      const settled = sendTaskAction(task.task_id, bodyOf(task, decision)).then(
        () => {
          forgetWords(task.task_id);
          return true;
        },
        (error: unknown) => {
          const isLast = made.current.at(-1)?.settled === settled;
          made.current = made.current.filter((other) => other.settled !== settled);
          if (isLast || !inverse) dismissNotice(noticeId);
          if (handlers.current?.onRefused) handlers.current.onRefused(task, error);
          else notifyError(`Not decided: ${task.title}`, error);
          return false;
        },
      );
      if (inverse) made.current.push({ task, text, inverse, settled, at: Date.now() });
      notify({
        id: noticeId,
        text,
        family: families[decision.verb],
        lasts: undoMs,
        action: inverse ? { ...undoKey, run: () => void undo() } : undefined,
      });
      void settled.then(() => refreshTask(client, task.task_id));
      return settled;
    },
    [client, undo],
  );
  return { decide, undo };
}
