"use client";
import { ChevronLeft } from "lucide-react";
import dynamic from "next/dynamic";
import { type RefObject, useEffect, useRef } from "react";
import type { TaskDetail } from "#lib/queries/tasks.ts";
import { useSession } from "../shell/session-context.tsx";
import type { CommentAnchor } from "../task/comment-anchor.ts";
import { TaskContent } from "../task/task-content.tsx";
import { IconButton } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { SkeletonLines } from "../ui/skeleton.tsx";
import { FamilyMark, StatusBadge } from "../ui/status-mark.tsx";
import { NothingWaits } from "./nothing-waits.tsx";
import { PresentNote } from "./present-people.tsx";
import type { ReviewDesk } from "./use-review-desk.ts";

const Evidence = dynamic(() => import("../task/evidence.tsx").then((module) => module.Evidence), {
  ssr: false,
  loading: () => <SkeletonLines lines={6} label="Loading the evidence" />,
});

type Props = {
  desk: ReviewDesk;
  /** The revision that took the place of the one being read. */
  replaced: TaskDetail["revision"];
  anchor: CommentAnchor | null;
  onAnchorUsed: () => void;
  onComment: (anchor: CommentAnchor) => void;
  commentField: RefObject<HTMLTextAreaElement | null>;
  onBack: () => void;
};

/** Content in the middle, evidence at its side; below it where there is no room. */
export function ReadingPane({ desk, replaced, anchor, onAnchorUsed, onComment, commentField, onBack }: Props) {
  const { detail, selected, refusal } = desk;
  const task = detail.data;
  const { user } = useSession();
  const content = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another task is read from its top
  useEffect(() => {
    content.current?.scrollTo(0, 0);
    CSS.highlights?.clear();
  }, [selected]);
  if (selected === null) {
    if (desk.list.isPending) return <SkeletonLines lines={10} />;
    if (desk.waiting.length > 0) {
      return (
        <EmptyState title="Others are reviewing all that waits">
          What they leave comes up here. A click on the left opens an item all the same.
        </EmptyState>
      );
    }
    return <NothingWaits desk={desk} />;
  }
  if (!task) {
    if (!detail.error) return <SkeletonLines lines={12} label="Loading the task" />;
    return <ErrorState error={detail.error} what="The task could not be read" onRetry={() => void detail.refetch()} />;
  }
  return (
    <>
      <PresentNote present={desk.present} taskId={selected} me={user.id} />
      <div className="min-h-0 flex-1 max-xl:overflow-y-auto xl:flex">
        <div ref={content} className="min-w-0 flex-1 bg-surface px-6 max-sm:px-4 xl:overflow-y-auto">
          <div className="flex items-center gap-2 pt-2 lg:hidden">
            <IconButton label="Back to the list" onClick={onBack} className="-ml-2">
              <ChevronLeft className="size-5" aria-hidden />
            </IconButton>
            <p className="truncate font-strong">{task.title}</p>
          </div>
          {refusal ? (
            <p role="alert" className="mt-4 flex gap-2 rounded-md bg-bad-soft px-3 py-2">
              <FamilyMark family="bad" className="mt-[3px]" />
              {refusal}
            </p>
          ) : null}
          {replaced ? (
            <p role="status" className="mt-4 flex gap-2 rounded-md bg-person-soft px-3 py-2">
              <FamilyMark family="person" className="mt-[3px]" />
              {replaced.author.name} made revision {replaced.number} while you were reading. D shows what changed.
            </p>
          ) : null}
          {task.state === "awaiting_approval" ? null : (
            <p role="status" className="mt-4 flex flex-wrap gap-2 rounded-md bg-hover px-3 py-2">
              <StatusBadge status={task.state} className="font-strong" /> There is nothing to decide here any more.
            </p>
          )}
          <TaskContent task={task} onComment={onComment} />
        </div>
        <aside
          aria-label="Evidence"
          className="shrink-0 border-line max-xl:border-t xl:w-76 xl:overflow-y-auto xl:border-l"
        >
          <Evidence task={task} anchor={anchor} onAnchorUsed={onAnchorUsed} commentField={commentField} />
        </aside>
      </div>
    </>
  );
}
