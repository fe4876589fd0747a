"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { TaskResponse } from "#lib/contract/task-response.ts";
import { plainMentions } from "#lib/mentions/mentions.ts";
import { taskBlocksQuery } from "#lib/queries/tasks.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Field, TextArea } from "../ui/field.tsx";
import { anchorOf, partName } from "./comment-anchor.ts";
import { useWords } from "./decision-words.ts";
import { RoundScope, type Scope } from "./round-scope.tsx";

/** What sends a task back: the words, and what of it is made again. */
export type SendBack = { feedback: string; from_phase?: string; blocks?: string[]; revision_sha256?: string };

type Props = {
  task: Pick<TaskResponse, "task_id" | "title" | "phases" | "comments" | "revision">;
  onClose: () => void;
  onSendBack: (round: SendBack) => void;
};

/** Feedback for another round; comments on this revision are offered as its beginning. */
export function SendBackDialog({ task, onClose, onSendBack }: Props) {
  const [offered] = useState(() => commentsAsFeedback(task));
  const [feedback, setFeedback] = useWords("regenerate", task.task_id, offered);
  const [scope, setScope] = useState<Scope>({ kind: "whole" });
  const [faults, setFaults] = useState<{ feedback?: string; scope?: string }>({});
  const { data: known } = useQuery(taskBlocksQuery(task.task_id));
  function send() {
    const missing = {
      ...(feedback.trim() === "" ? { feedback: "Say what should change" } : {}),
      ...(scope.kind === "blocks" && scope.names.length === 0 ? { scope: "Tick what is to be made again" } : {}),
    };
    setFaults(missing);
    if (Object.keys(missing).length > 0) return;
    onSendBack({
      feedback: feedback.trim(),
      ...(scope.kind === "phase" && scope.phase ? { from_phase: scope.phase } : {}),
      // Passages are counted in the revision that was read, and would be others in the next.
      ...(scope.kind === "blocks" ? { blocks: scope.names, revision_sha256: known?.revision_sha256 ?? undefined } : {}),
    });
  }
  return (
    <Dialog open onClose={onClose} title="Send back" description={task.title}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || !(event.metaKey || event.ctrlKey)) return;
          event.preventDefault();
          if (!event.repeat) send();
        }}
      >
        <Field
          id="feedback"
          label="Feedback"
          help="It is made again with these words; what comes back is compared with this revision."
          error={faults.feedback ?? null}
        >
          {(aria) => (
            <TextArea
              {...aria}
              autoFocus
              className="min-h-32!"
              value={feedback}
              onChange={(event) => setFeedback(event.target.value)}
            />
          )}
        </Field>
        <RoundScope
          scope={scope}
          onChange={setScope}
          phases={task.phases}
          known={known ?? null}
          error={faults.scope ?? null}
        />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" shortcut="mod+enter">
            Send back
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function commentsAsFeedback({ comments, revision }: Props["task"]): string {
  return comments
    .filter((comment) => comment.revision === revision?.number && comment.resolved_at === null)
    .map((comment) => {
      const { quote, words, path } = anchorOf(comment) ?? {};
      const place = quote ?? words ?? (path && partName(path));
      const body = plainMentions(comment.body);
      // A remark on a place is one line: what follows it is about everything.
      return place ? `“${inOneLine(place)}”: ${inOneLine(body)}` : body;
    })
    .join("\n");
}

function inOneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
