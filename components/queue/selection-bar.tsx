"use client";
import { useQueryClient } from "@tanstack/react-query";
import clsx from "clsx";
import { useState } from "react";
import type { TaskListItem } from "#lib/contract/task-response.ts";
import { count, plural } from "#lib/format/number.ts";
import { type BulkItem, type BulkVerb, collectMatching, fitting, takeBack } from "#lib/queries/bulk.ts";
import { type TaskFilters, taskKeys } from "#lib/queries/tasks.ts";
import { useCan } from "../shell/session-context.tsx";
import { useShortcuts } from "../shell/shortcuts.tsx";
import { RejectDialog } from "../task/reject-dialog.tsx";
import { Button } from "../ui/button.tsx";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { notify, notifyError } from "../ui/toast.ts";
import { AssignDialog } from "./assign-dialog.tsx";
import { BulkProgress } from "./bulk-progress.tsx";
import { DueDialog } from "./due-dialog.tsx";
import { FailureList } from "./failure-list.tsx";
import { PriorityDialog } from "./priority-dialog.tsx";
import { SelectionActions } from "./selection-actions.tsx";
import { type BulkRun, useBulkRun } from "./use-bulk-run.ts";

const words: Record<BulkVerb, { label: string; doing: string; done: string }> = {
  approve: { label: "Approve", doing: "Approving", done: "approved" },
  reject: { label: "Reject", doing: "Rejecting", done: "rejected" },
  retry: { label: "Try again", doing: "Queueing again", done: "queued again" },
  assign: { label: "Assign", doing: "Assigning", done: "assigned" },
  priority: { label: "Priority", doing: "Setting the priority", done: "given another priority" },
  due: { label: "Due date", doing: "Setting the date", done: "given another date" },
  cancel: { label: "Cancel tasks", doing: "Cancelling", done: "cancelled" },
  delete: { label: "Delete", doing: "Deleting", done: "deleted" },
};

const asked = ["reject", "assign", "priority", "due", "delete"] as const;
type Asked = (typeof asked)[number];

/** Whether there is something to choose, or to confirm, first. */
function isAsked(verb: BulkVerb): verb is Asked {
  return (asked as readonly BulkVerb[]).includes(verb);
}

/** As many as one action takes up; beyond it, a second one. */
const most = 10_000;

type Props = {
  tasks: readonly TaskListItem[];
  onClear: () => void;
  /** A screen on which a touch selects: the bar is there before anything is. */
  onTouch?: boolean;
  /** All that the list's filters find, of which more may be selected than is loaded. */
  matching?: { filters: TaskFilters; total: number };
};

/** At the foot while something is selected: what can be done with it, and how many it fits. */
export function SelectionBar({ tasks, onClear, onTouch = false, matching }: Props) {
  const client = useQueryClient();
  const canReview = useCan("tasks:review");
  const canWrite = useCan("tasks:write");
  const [asking, setAsking] = useState<Asked | null>(null);
  const [all, setAll] = useState<{ of: readonly TaskListItem[]; items: BulkItem[] } | null>(null);
  const [found, setFound] = useState<number | null>(null);
  const bulk = useBulkRun(report);
  // Another tick after "all" means those that are ticked again.
  const items: readonly BulkItem[] = all && all.of.length === tasks.length ? all.items : tasks;
  const verbs: BulkVerb[] = [
    ...(canReview ? (["approve", "reject", "assign"] as const) : []),
    ...(canWrite ? (["priority", "due", "retry", "cancel", "delete"] as const) : []),
  ];
  const offered = verbs
    .map((verb) => ({ verb, label: words[verb].label, fits: fitting(verb, items).length }))
    .filter(({ fits }) => fits > 0);

  const exported = items === tasks ? byNumber(tasks) : matching?.filters;

  function start(verb: BulkVerb, options = {}) {
    setAsking(null);
    bulk.start(verb, fitting(verb, items), options);
  }
  function choose(verb: BulkVerb) {
    if (!offered.some((offer) => offer.verb === verb)) return;
    if (isAsked(verb)) setAsking(verb);
    else start(verb);
  }
  function report({ verb, done, unfinished = 0, failures: refused }: BulkRun) {
    if (refused.length === 0) onClear();
    notify({
      text: `${plural(done.length, "task")} ${words[verb].done}`,
      detail:
        [
          unfinished > 0 ? `${count(unfinished)} of them ${unfinished === 1 ? "waits" : "wait"} for others` : null,
          refused.length > 0 ? `${count(refused.length)} refused` : null,
        ]
          .filter(Boolean)
          .join(", ") || undefined,
      family: refused.length > 0 ? "bad" : "good",
      lasts: 10_000,
      action: verb === "approve" && done.length > 0 ? { label: "Undo", run: () => void undo(done) } : undefined,
    });
  }
  async function undo(done: readonly BulkItem[]) {
    const back = await takeBack(done).catch(() => 0);
    notify({ text: `${plural(back, "approval")} taken back`, family: "person" });
    void client.invalidateQueries({ queryKey: taskKeys.all });
  }
  async function selectAll({ filters }: NonNullable<Props["matching"]>) {
    setFound(0);
    try {
      setAll({ of: tasks, items: await collectMatching(filters, most, setFound) });
    } catch (error) {
      notifyError("Not all could be selected", error);
    } finally {
      setFound(null);
    }
  }
  useShortcuts("Selected", [
    { keys: "a", label: "Approve what is selected", needs: "tasks:review", run: () => choose("approve") },
    { keys: "r", label: "Reject what is selected", needs: "tasks:review", run: () => choose("reject") },
    { keys: "escape", label: "Clear the selection", run: onClear },
  ]);

  const refusals = <FailureList failures={bulk.failures} onClose={bulk.forget} />;
  if (items.length === 0 && !bulk.run && !onTouch) return refusals;
  return (
    <div
      role="toolbar"
      aria-label="Selected tasks"
      className="flex min-h-14 animate-appear flex-wrap items-center gap-2 border-t border-line bg-raised px-6 py-2 max-sm:sticky max-sm:bottom-14 max-sm:z-20 max-sm:px-4"
    >
      <p
        role="status"
        className={clsx("tabular mr-auto flex flex-wrap items-center gap-x-2", onTouch && "min-h-11 max-sm:w-full")}
      >
        {items.length > 0 ? <span className="font-strong">{plural(items.length, "task")} selected</span> : null}
        {items.length === 0 && !bulk.run ? <span className="text-ink-soft">Touch the tasks to select</span> : null}
        {matching && items === tasks && tasks.length > 0 && matching.total > tasks.length && found === null ? (
          <Button look="quiet" onClick={() => void selectAll(matching)} className="text-accent! max-sm:h-11">
            Select all {count(Math.min(matching.total, most))} matching
          </Button>
        ) : null}
        {found === null ? null : <span className="text-ink-soft">{count(found)} found</span>}
      </p>
      {bulk.run ? (
        <BulkProgress
          run={bulk.run}
          doing={words[bulk.run.verb].doing}
          running={bulk.running}
          error={bulk.error}
          onStop={bulk.stop}
          onGoOn={() => bulk.run && bulk.goOn(bulk.run)}
          onDrop={() => bulk.run && bulk.drop(bulk.run)}
        />
      ) : (
        <SelectionActions offers={offered} onChoose={choose} exported={exported ?? null} />
      )}
      {items.length > 0 && !onTouch ? (
        <Button look="quiet" onClick={onClear}>
          Clear
        </Button>
      ) : null}
      {asking === "reject" ? (
        <RejectDialog
          title={plural(fitting("reject", items).length, "task")}
          onClose={() => setAsking(null)}
          onReject={(reason) => start("reject", { reason })}
        />
      ) : null}
      {asking === "assign" ? (
        <AssignDialog
          title={`Assign ${plural(items.length, "task")}`}
          onClose={() => setAsking(null)}
          onAssign={(userId) => start("assign", { userId })}
        />
      ) : null}
      {asking === "priority" ? (
        <PriorityDialog
          title={`Priority of ${plural(items.length, "task")}`}
          onClose={() => setAsking(null)}
          onChoose={(priority) => start("priority", { priority })}
        />
      ) : null}
      {asking === "due" ? (
        <DueDialog
          title={`Due date of ${plural(items.length, "task")}`}
          onClose={() => setAsking(null)}
          onChoose={(dueAt) => start("due", { dueAt })}
        />
      ) : null}
      {asking === "delete" ? (
        <ConfirmDialog
          title={`Delete ${plural(items.length, "task")} and their files`}
          text="Their work stops and their publications are withdrawn. The audit keeps that they were there. This cannot be undone."
          action="Delete"
          onConfirm={() => start("delete")}
          onClose={() => setAsking(null)}
        />
      ) : null}
      {refusals}
    </div>
  );
}

/** Filters that find these tasks alone; null where an address would not hold them. */
function byNumber(tasks: readonly TaskListItem[]): TaskFilters | null {
  if (tasks.length === 0 || tasks.length > 1000) return null;
  return { task_ids: tasks.map((task) => String(task.number)) };
}
