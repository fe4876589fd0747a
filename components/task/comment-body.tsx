"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { CommentResponse } from "#lib/contract/task-response.ts";
import { refreshTask, resolveComment } from "#lib/queries/task-actions.ts";
import { Time } from "../ui/time.tsx";
import { notifyError } from "../ui/toast.ts";
import { anchorOf, partName } from "./comment-anchor.ts";
import { MentionText } from "./mention-text.tsx";

type Props = {
  taskId: string;
  comment: CommentResponse;
  canResolve: boolean;
  /** Whether what it is about is gone from the current revision. */
  isAbsent?: boolean;
  onShow?: () => void;
};

/** Who said what about which passage, and whether it has been seen to. */
export function CommentBody({ taskId, comment, canResolve, isAbsent = false, onShow }: Props) {
  const anchor = anchorOf(comment);
  const words = anchor?.quote ?? (isAbsent ? anchor?.words : undefined);
  const about = words ? `“${words}”` : anchor?.path ? partName(anchor.path) : null;
  return (
    <>
      <p className="flex justify-between gap-2 text-ink-faint">
        <span>
          {comment.author.name}
          {comment.revision ? ` on r${comment.revision}` : ""}
        </span>
        <Time at={comment.created_at} className="shrink-0" />
      </p>
      {about && isAbsent ? (
        <div className="my-1 border-l-2 border-line pl-2 text-ink-faint">
          <p className="text-small">Not in this revision</p>
          <p className="line-clamp-3 font-serif text-body">{about}</p>
        </div>
      ) : null}
      {about && !isAbsent ? (
        <button
          type="button"
          onClick={onShow}
          className="my-1 line-clamp-2 border-l-2 border-person pl-2 text-left font-serif text-body text-ink-soft hover:text-ink"
        >
          {about}
        </button>
      ) : null}
      <p className="break-words whitespace-pre-wrap">
        <MentionText text={comment.body} />
      </p>
      {canResolve ? <ResolveButton taskId={taskId} comment={comment} /> : null}
    </>
  );
}

function ResolveButton({ taskId, comment }: Pick<Props, "taskId" | "comment">) {
  const client = useQueryClient();
  const resolved = comment.resolved_at !== null;
  const change = useMutation({
    mutationFn: () => resolveComment(taskId, comment.id, !resolved),
    onError: (error) => notifyError(resolved ? "The comment was not reopened" : "The comment was not resolved", error),
    onSettled: () => refreshTask(client, taskId),
  });
  return (
    <button
      type="button"
      disabled={change.isPending}
      onClick={() => change.mutate()}
      className="mt-1 text-small text-accent hover:underline disabled:opacity-50 max-sm:min-h-10"
    >
      {resolved ? "Reopen" : "Resolve"}
      <span className="sr-only"> the comment of {comment.author.name}</span>
    </button>
  );
}
