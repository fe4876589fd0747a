"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { TaskListItem } from "#lib/contract/task-response.ts";
import { plural } from "#lib/format/number.ts";
import { sendTaskAction } from "#lib/queries/task-actions.ts";
import { taskKeys } from "#lib/queries/tasks.ts";
import { useCan } from "../shell/session-context.tsx";
import { RejectDialog } from "../task/reject-dialog.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { ProgressBar } from "../ui/progress-bar.tsx";
import { notify } from "../ui/toast.ts";
import { actOnAll, type BulkVerb, fitting, type Outcome } from "./bulk-actions.ts";

const words: Record<BulkVerb, { label: string; done: string }> = {
  approve: { label: "Approve", done: "approved" },
  reject: { label: "Reject", done: "rejected" },
  cancel: { label: "Cancel tasks", done: "cancelled" },
  retry: { label: "Try again", done: "queued again" },
};

/** At the foot while something is marked: what can be done with it, and how many it fits. */
export function SelectionBar({ tasks, onClear }: { tasks: readonly TaskListItem[]; onClear: () => void }) {
  const client = useQueryClient();
  const canReview = useCan("tasks:review");
  const canWrite = useCan("tasks:write");
  const [rejecting, setRejecting] = useState(false);
  const [running, setRunning] = useState<{ done: number; of: number } | null>(null);
  const [failures, setFailures] = useState<Outcome[]>([]);
  const verbs: BulkVerb[] = [
    ...(canReview ? (["approve", "reject"] as const) : []),
    ...(canWrite ? (["retry", "cancel"] as const) : []),
  ];
  const offered = verbs.map((verb) => ({ verb, fits: fitting(verb, tasks) })).filter(({ fits }) => fits.length > 0);

  async function run(verb: BulkVerb, reason = "") {
    const fits = fitting(verb, tasks);
    setRunning({ done: 0, of: fits.length });
    const outcomes = await actOnAll(verb, fits, reason, (done) => setRunning({ done, of: fits.length }));
    setRunning(null);
    void client.invalidateQueries({ queryKey: taskKeys.all });
    const failed = outcomes.filter((outcome) => outcome.error !== null);
    const done = outcomes.filter((outcome) => outcome.error === null);
    if (failed.length > 0) setFailures(failed);
    else onClear();
    notify({
      text: `${plural(done.length, "task")} ${words[verb].done}`,
      detail: failed.length > 0 ? `${failed.length} not` : undefined,
      family: failed.length > 0 ? "bad" : "good",
      lasts: 10_000,
      action: verb === "approve" && done.length > 0 ? { label: "Undo", run: () => void takeBack(done) } : undefined,
    });
  }
  async function takeBack(done: readonly Outcome[]) {
    const results = await Promise.allSettled(
      done.map(({ task }) => sendTaskAction(task.task_id, { verb: "unapprove" })),
    );
    const back = results.filter((result) => result.status === "fulfilled").length;
    notify({ text: `${plural(back, "approval")} taken back`, family: "person" });
    void client.invalidateQueries({ queryKey: taskKeys.all });
  }

  return (
    <div
      role="toolbar"
      aria-label="Marked tasks"
      className="flex min-h-14 animate-appear flex-wrap items-center gap-2 border-t border-line bg-raised px-6 py-2"
    >
      <p role="status" className="tabular mr-auto font-strong">
        {plural(tasks.length, "task")} marked
      </p>
      {running ? (
        <div className="flex items-center gap-3">
          <span className="tabular">{`${running.done} of ${running.of}`}</span>
          <ProgressBar value={(running.done / running.of) * 100} label="Bulk action" className="w-40" />
        </div>
      ) : (
        offered.map(({ verb, fits }) => (
          <Button
            key={verb}
            look={verb === "approve" ? "primary" : "secondary"}
            onClick={() => (verb === "reject" ? setRejecting(true) : void run(verb))}
          >
            {words[verb].label}
            <span className="tabular font-normal opacity-80">{fits.length}</span>
          </Button>
        ))
      )}
      <Button look="quiet" onClick={onClear}>
        Unmark
      </Button>
      {rejecting ? (
        <RejectDialog
          title={plural(fitting("reject", tasks).length, "task")}
          onClose={() => setRejecting(false)}
          onReject={(reason) => {
            setRejecting(false);
            void run("reject", reason);
          }}
        />
      ) : null}
      <Dialog
        open={failures.length > 0}
        onClose={() => setFailures([])}
        title={`${plural(failures.length, "task")} refused`}
      >
        <ul className="flex max-h-100 flex-col gap-2 overflow-auto">
          {failures.map(({ task, error }) => (
            <li key={task.task_id}>
              <span className="font-strong">{task.title}</span> <span className="text-ink-soft">{error}</span>
            </li>
          ))}
        </ul>
      </Dialog>
    </div>
  );
}
