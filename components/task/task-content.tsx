"use client";
import dynamic from "next/dynamic";
import { type ReactNode, useMemo, useRef } from "react";
import type { TaskDetail } from "#lib/queries/tasks.ts";
import { findResultView } from "#task-types/views.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { SkeletonLines } from "../ui/skeleton.tsx";
import { TabPanel, Tabs } from "../ui/tabs.tsx";
import { absentComments } from "./absent-comments.ts";
import type { CommentAnchor } from "./comment-anchor.ts";
import { JsonView } from "./json-view.tsx";
import { ResultPreview } from "./result-preview.tsx";
import { type ContentTab, useContentView } from "./task-tabs.ts";
import { Warnings } from "./warnings.tsx";

const loading = () => <SkeletonLines lines={8} />;
const RevisionDiff = dynamic(() => import("./revision-diff.tsx").then((module) => module.RevisionDiff), { loading });
const TaskEditor = dynamic(() => import("../editor/task-editor.tsx").then((module) => module.TaskEditor), { loading });
const EditAids = dynamic(() => import("../editor/edit-aids.tsx").then((module) => module.EditAids), { ssr: false });
const CommentMargin = dynamic(() => import("./comment-margin.tsx").then((module) => module.CommentMargin), {
  ssr: false,
});

type Props = {
  task: TaskDetail;
  aside?: ReactNode;
  /** Begins a comment on a part of the content. */
  onComment?: (anchor: CommentAnchor) => void;
};

/** One task's content: as its audience sees it, as text, against another revision, as data, or being edited. */
export function TaskContent({ task, aside, onComment }: Props) {
  const [view, setView] = useContentView();
  const preview = useRef<HTMLDivElement>(null);
  const present = useMemo(() => {
    const absent = absentComments(task);
    return task.comments.filter(({ id }) => !absent.has(id));
  }, [task]);
  if (!task.revision || !task.result) return <NoContent task={task} />;
  if (view === "edit" && task.available_actions.includes("edit")) {
    return <TaskEditor key={task.task_id} task={task} onDone={() => setView("preview")} />;
  }
  const canComment = task.available_actions.includes("comment");
  const shown: ContentTab = view === "edit" ? "preview" : view;
  return (
    <Tabs
      label="Content"
      className="sticky top-0 z-10 -mx-6 items-end border-b border-line bg-surface px-4 pt-2 max-sm:-mx-4 max-sm:px-2 lg:h-14 lg:pt-0"
      value={shown}
      onChange={(next) => setView(next)}
      tabs={[
        { value: "preview", label: findResultView(task.task_type)?.label ?? "Preview" },
        { value: "markdown", label: "Markdown" },
        {
          value: "diff",
          label: task.revision.number > 1 ? `Diff to r${task.revision.number - 1}` : "Diff",
          shortcut: "d",
        },
        { value: "json", label: "JSON" },
      ]}
    >
      {aside}
      <TabPanel value="preview" className="py-8">
        {task.degraded || task.warnings.length > 0 ? (
          <div className="-mx-4 -mt-4 mb-6 xl:hidden">
            <Warnings task={task} />
          </div>
        ) : null}
        <div className="@container relative">
          <div data-preview ref={preview} className="relative">
            {task.available_actions.includes("edit") ? (
              <EditAids key={task.revision_sha256} task={task} onEdit={() => setView("edit")} />
            ) : null}
            <ResultPreview
              taskId={task.task_id}
              taskType={task.task_type}
              title={task.title}
              content={task.content}
              result={task.result}
              request={task.request_data}
              madeAt={task.revision.created_at}
            />
          </div>
          <CommentMargin
            key={task.task_id}
            taskId={task.task_id}
            preview={preview}
            comments={present}
            canResolve={canComment}
            onComment={canComment ? onComment : undefined}
          />
        </div>
      </TabPanel>
      <TabPanel value="markdown" className="py-6">
        <pre className="mx-auto max-w-[90ch] font-mono text-body break-words whitespace-pre-wrap">{task.content}</pre>
      </TabPanel>
      <TabPanel value="diff" className="py-6">
        {shown === "diff" ? <RevisionDiff taskId={task.task_id} newest={task.revision.number} /> : null}
      </TabPanel>
      <TabPanel value="json" className="py-6">
        <JsonView value={task.result} />
      </TabPanel>
    </Tabs>
  );
}

function NoContent({ task }: { task: TaskDetail }) {
  if (task.state === "failed") {
    return (
      <EmptyState title="There is nothing to read: the task failed">
        Why stands above. Phases that were done are kept; trying again goes on from there.
      </EmptyState>
    );
  }
  if (task.state === "on_hold") {
    return (
      <EmptyState title="On hold, and not made yet">
        Why stands above. What a limit holds goes on by itself as soon as the limit allows; admins set them in Settings,
        Policies.
      </EmptyState>
    );
  }
  if (task.state === "cancelled") return <EmptyState title="Cancelled before there was anything to read" />;
  return (
    <EmptyState title={task.state === "generating" ? "Being made now" : "Not made yet"}>
      {task.message || "It shows here as soon as its last phase is done."}
    </EmptyState>
  );
}
