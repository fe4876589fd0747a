"use client";
import { type RefObject, useState } from "react";
import type { CommentResponse } from "#lib/contract/task-response.ts";
import { useTaskAction } from "#lib/queries/task-actions.ts";
import { Button } from "../ui/button.tsx";
import { Time } from "../ui/time.tsx";
import { notifyError } from "../ui/toast.ts";
import { MentionField, useMentions } from "./mention-field.tsx";
import { MentionText } from "./mention-text.tsx";
import { showInPreview } from "./show-in-preview.ts";

type Props = {
  taskId: string;
  comments: readonly CommentResponse[];
  canComment: boolean;
  /** The passage that the next comment is about. */
  quote?: string | null;
  onQuoteUsed?: () => void;
  field?: RefObject<HTMLTextAreaElement | null>;
};

export function Comments({ taskId, comments, canComment, quote = null, onQuoteUsed, field }: Props) {
  return (
    <div className="flex flex-col gap-3">
      {comments.length === 0 && !canComment ? <p className="text-ink-faint">No comments.</p> : null}
      <ul className="flex flex-col gap-3">
        {comments.map((comment) => (
          <Comment key={comment.id} comment={comment} />
        ))}
      </ul>
      {canComment ? <CommentForm taskId={taskId} quote={quote} onQuoteUsed={onQuoteUsed} field={field} /> : null}
    </div>
  );
}

function Comment({ comment }: { comment: CommentResponse }) {
  const quote = typeof comment.anchor?.quote === "string" ? comment.anchor.quote : null;
  return (
    <li>
      <p className="flex justify-between gap-2 text-ink-faint">
        <span>
          {comment.author.name}
          {comment.revision ? ` on r${comment.revision}` : ""}
        </span>
        <Time at={comment.created_at} />
      </p>
      {quote ? (
        <button
          type="button"
          onClick={() => showInPreview("comment", quote)}
          className="my-1 line-clamp-2 border-l-2 border-person pl-2 text-left font-serif text-body text-ink-soft hover:text-ink"
        >
          “{quote}”
        </button>
      ) : null}
      <p className="break-words whitespace-pre-wrap">
        <MentionText text={comment.body} />
      </p>
    </li>
  );
}

type FormProps = Pick<Props, "taskId" | "quote" | "onQuoteUsed" | "field">;

function CommentForm({ taskId, quote, onQuoteUsed, field }: FormProps) {
  const [body, setBody] = useState("");
  const mentions = useMentions();
  const action = useTaskAction(taskId);
  function send() {
    if (body.trim() === "") return;
    action.mutate(
      { verb: "comments", body: mentions.encode(body), ...(quote ? { anchor: { quote } } : {}) },
      {
        onSuccess: () => {
          setBody("");
          onQuoteUsed?.();
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
      {quote ? (
        <p className="line-clamp-3 border-l-2 border-person pl-2 font-serif text-body text-ink-soft">“{quote}”</p>
      ) : null}
      <MentionField
        field={field}
        onMention={mentions.choose}
        aria-label={quote ? "Comment on the selection" : "Comment"}
        placeholder="Comment; @ tells somebody"
        value={body}
        onChange={setBody}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) send();
        }}
        className="min-h-16!"
      />
      <Button type="submit" size="small" className="self-end" busy={action.isPending} disabled={body.trim() === ""}>
        Comment
      </Button>
    </form>
  );
}
