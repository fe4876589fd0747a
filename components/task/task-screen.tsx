"use client";
import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useState } from "react";
import { ApiError } from "#lib/api-client.ts";
import { statusLabel } from "#lib/format/status.ts";
import { type TaskDetail, taskQuery } from "#lib/queries/tasks.ts";
import { WrittenSoFar } from "../live/written-so-far.tsx";
import { useReadNotices } from "../notices/use-read-notices.ts";
import { PageHeader } from "../shell/page-header.tsx";
import { useShortcuts } from "../shell/shortcuts.tsx";
import { buttonClass } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { SkeletonLines } from "../ui/skeleton.tsx";
import { StatusBadge } from "../ui/status-mark.tsx";
import { notifyError } from "../ui/toast.ts";
import { ApprovalNote } from "./approval-note.tsx";
import { PhaseTimeline } from "./phase-timeline.tsx";
import { TaskActions } from "./task-actions.tsx";
import { TaskContent } from "./task-content.tsx";
import { useContentView } from "./task-tabs.ts";
import { commentKey, useCommenting } from "./use-commenting.ts";
import { useDecide } from "./use-decide.ts";
import { isEdited, sayEdited } from "./while-edited.ts";

const Evidence = dynamic(() => import("./evidence.tsx").then((module) => module.Evidence), {
  ssr: false,
  loading: () => <SkeletonLines lines={6} label="Loading the evidence" />,
});
const RejectDialog = dynamic(() => import("./reject-dialog.tsx").then((module) => module.RejectDialog), { ssr: false });
const SendBackDialog = dynamic(() => import("./send-back-dialog.tsx").then((module) => module.SendBackDialog), {
  ssr: false,
});

/** Everything about one task. */
export function TaskScreen({ id }: { id: string }) {
  const { data: task, error, refetch } = useQuery(taskQuery(id));
  if (task) return <LoadedTask task={task} />;
  if (error instanceof ApiError && error.status === 404) {
    return (
      <>
        <PageHeader title="Task" />
        <EmptyState
          title="There is no such task"
          action={
            <Link href="/queue" className={buttonClass("secondary")}>
              All tasks
            </Link>
          }
        >
          It may have been deleted, or it belongs to another account.
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHeader title="Task" />
      {error ? (
        <ErrorState error={error} what="The task could not be read" onRetry={() => void refetch()} />
      ) : (
        <SkeletonLines lines={10} />
      )}
    </>
  );
}

function LoadedTask({ task }: { task: TaskDetail }) {
  const [view, setView] = useContentView();
  const said = task.error_message ?? task.message;
  const [asking, setAsking] = useState<"reject" | "regenerate" | null>(null);
  const { anchor, commentField, comment, clearAnchor } = useCommenting();
  useReadNotices(task.task_id);
  const { decide, undo } = useDecide({
    onRefused: (refused, error) => notifyError(`Nothing was decided: ${refused.title}`, error),
  });
  const can = (verb: string) => task.available_actions.includes(verb);
  function start(kind: "approve" | "reject" | "regenerate") {
    if (!can(kind)) return;
    if (isEdited(view, task)) return sayEdited();
    if (kind === "approve") void decide(task, { verb: "approve" });
    else setAsking(kind);
  }
  useShortcuts("This task", [
    { keys: "a", label: "Approve", needs: "tasks:review", run: () => start("approve") },
    { keys: "g", label: "Send back with feedback", needs: "tasks:review", run: () => start("regenerate") },
    { keys: "r", label: "Reject", needs: "tasks:review", run: () => start("reject") },
    { keys: "e", label: "Edit", needs: "tasks:write", run: () => can("edit") && setView("edit") },
    { keys: "d", label: "What changed", run: () => setView(view === "diff" ? "preview" : "diff") },
    { ...commentKey, run: () => can("comment") && comment() },
    { keys: "z", label: "Take the last decision back", needs: "tasks:review", run: () => void undo() },
  ]);
  return (
    <>
      <PageHeader title={task.title}>
        <TaskActions task={task} onEdit={() => setView("edit")} onDecide={start} />
      </PageHeader>
      <section aria-label="Progress" className="border-b border-line px-6 py-3 max-sm:px-4">
        <p role="status" className="mb-2 flex flex-wrap items-center gap-x-4 gap-y-1">
          <StatusBadge status={task.state} className="font-strong" />
          {said === statusLabel(task.state) ? null : <span className="text-ink-soft">{said}</span>}
          {task.state === "generating" ? <span className="tabular ml-auto">{Math.round(task.progress)} %</span> : null}
        </p>
        <ApprovalNote task={task} id="approval-note" className="mb-2" />
        <PhaseTimeline task={task} />
        <WrittenSoFar task={task} className="mt-3" />
      </section>
      <div className="flex flex-1 max-xl:flex-col">
        <div className="min-w-0 flex-1 bg-surface px-6 max-sm:px-4">
          <TaskContent task={task} onComment={comment} />
        </div>
        <aside aria-label="Evidence" className="shrink-0 border-line max-xl:border-t xl:w-76 xl:border-l">
          <Evidence
            task={task}
            withPhases={false}
            anchor={anchor}
            onAnchorUsed={clearAnchor}
            commentField={commentField}
          />
        </aside>
      </div>
      {asking === "reject" ? (
        <RejectDialog
          title={task.title}
          taskId={task.task_id}
          onClose={() => setAsking(null)}
          onReject={(reason) => {
            setAsking(null);
            void decide(task, { verb: "reject", reason });
          }}
        />
      ) : null}
      {asking === "regenerate" ? (
        <SendBackDialog
          task={task}
          onClose={() => setAsking(null)}
          onSendBack={(round) => {
            setAsking(null);
            void decide(task, { verb: "regenerate", ...round });
          }}
        />
      ) : null}
    </>
  );
}
