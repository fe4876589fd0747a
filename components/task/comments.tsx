"use client";
import { type RefObject, useRef } from "react";
import type { CommentResponse } from "#lib/contract/task-response.ts";
import { useTaskAction } from "#lib/queries/task-actions.ts";
import { Button } from "../ui/button.tsx";
import { notifyError } from "../ui/toast.ts";
import { anchorOf, type CommentAnchor, partName } from "./comment-anchor.ts";
import { CommentBody } from "./comment-body.tsx";
import { useWords } from "./decision-words.ts";
import { MentionField, useMentions } from "./mention-field.tsx";
import { newKey } from "./new-key.ts";
import { showPassage } from "./show-in-preview.ts";

type Props = {
  taskId: string;
  comments: readonly CommentResponse[];
  canComment: boolean;
  /** Those whose passage is gone from the current revision. */
  absent?: ReadonlySet<string>;
  /** What the next comment is about. */
  anchor?: CommentAnchor | null;
  onAnchorUsed?: () => void;
  field?: RefObject<HTMLTextAreaElement | null>;
};

const none: ReadonlySet<string> = new Set();

export function Comments({ taskId, comments, canComment, absent = none, anchor = null, onAnchorUsed, field }: Props) {
  const [open, resolved] = [comments.filter(isOpen), comments.filter((comment) => !isOpen(comment))];
  const listed = { taskId, canResolve: canComment, absent };
  return (
    <div className="flex flex-col gap-3">
      {comments.length === 0 && !canComment ? <p className="text-ink-faint">No comments.</p> : null}
      <CommentList {...listed} comments={open} />
      {resolved.length > 0 ? (
        <details>
          <summary className="text-ink-soft">{resolved.length} resolved</summary>
          <CommentList {...listed} comments={resolved} />
        </details>
      ) : null}
      {canComment ? (
        <CommentForm key={taskId} taskId={taskId} anchor={anchor} onAnchorUsed={onAnchorUsed} field={field} />
      ) : null}
    </div>
  );
}

function isOpen(comment: CommentResponse): boolean {
  return comment.resolved_at === null;
}

type ListProps = {
  taskId: string;
  comments: readonly CommentResponse[];
  canResolve: boolean;
  absent: ReadonlySet<string>;
};

function CommentList({ taskId, comments, canResolve, absent }: ListProps) {
  return (
    <ul className="flex flex-col gap-3">
      {comments.map((comment) => (
        <li key={comment.id} id={`comment-${comment.id}`}>
          <CommentBody
            taskId={taskId}
            comment={comment}
            canResolve={canResolve}
            isAbsent={absent.has(comment.id)}
            onShow={() => showPassage("comment", anchorOf(comment))}
          />
        </li>
      ))}
    </ul>
  );
}

type FormProps = Pick<Props, "taskId" | "anchor" | "onAnchorUsed" | "field">;

function CommentForm({ taskId, anchor, onAnchorUsed, field }: FormProps) {
  const [body, setBody] = useWords("comment", taskId);
  /** The same words sent again, after an answer that got lost, are one comment. */
  const attempt = useRef<{ words: string; key: string }>(null);
  const about = anchor?.quote ? `“${anchor.quote}”` : anchor?.path ? partName(anchor.path) : null;
  const mentions = useMentions();
  const action = useTaskAction(taskId);
  function send() {
    if (body.trim() === "" || action.isPending) return;
    const said = { body: mentions.encode(body), ...(anchor ? { anchor } : {}) };
    const words = JSON.stringify(said);
    if (attempt.current?.words !== words) attempt.current = { words, key: newKey("comment") };
    action.mutate(
      { verb: "comments", ...said, idempotencyKey: attempt.current.key },
      {
        onSuccess: () => {
          attempt.current = null;
          setBody("");
          // The desk's keys work again.
          field?.current?.blur();
          onAnchorUsed?.();
        },
        onError: (error) => notifyError("The comment was not saved", error),
      },
    );
  }
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {about ? (
        <p className="line-clamp-3 border-l-2 border-person pl-2 font-serif text-body text-ink-soft">{about}</p>
      ) : null}
      <MentionField
        field={field}
        onMention={mentions.choose}
        aria-label={anchor?.quote ? "Comment on the selection" : about ? `Comment on ${about}` : "Comment"}
        placeholder="Comment; @ tells somebody"
        value={body}
        onChange={setBody}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.metaKey || event.ctrlKey) && !event.repeat) send();
          if (event.key !== "Escape" || event.defaultPrevented) return;
          // It leaves this field, and not also what is edited beside it.
          event.preventDefault();
          event.currentTarget.blur();
        }}
        className="min-h-16!"
      />
      <Button type="submit" size="small" className="self-end" busy={action.isPending} disabled={body.trim() === ""}>
        Comment
      </Button>
    </form>
  );
}
