"use client";
import { useState } from "react";
import type { TaskResponse } from "#lib/contract/task-response.ts";
import { plainMentions } from "#lib/mentions/mentions.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Field, Select, TextArea } from "../ui/field.tsx";

type Props = {
  task: Pick<TaskResponse, "title" | "phases" | "comments" | "revision">;
  onClose: () => void;
  onSendBack: (feedback: string, fromPhase: string | undefined) => void;
};

/** Feedback for another round; comments on this revision are offered as its beginning. */
export function SendBackDialog({ task, onClose, onSendBack }: Props) {
  const [feedback, setFeedback] = useState(() => commentsAsFeedback(task));
  const [fromPhase, setFromPhase] = useState("");
  const [missing, setMissing] = useState(false);
  function send() {
    if (feedback.trim() === "") return setMissing(true);
    onSendBack(feedback.trim(), fromPhase || undefined);
  }
  return (
    <Dialog open onClose={onClose} title="Send back" description={task.title}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Field
          id="feedback"
          label="Feedback"
          help="It is made again with these words; what comes back is compared with this revision."
          error={missing ? "Say what should change" : null}
        >
          {(aria) => (
            <TextArea
              {...aria}
              autoFocus
              className="min-h-32!"
              value={feedback}
              onChange={(event) => setFeedback(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) send();
              }}
            />
          )}
        </Field>
        <Field id="from-phase" label="From phase" help="Earlier phases keep what they made.">
          {(aria) => (
            <Select {...aria} value={fromPhase} onChange={(event) => setFromPhase(event.target.value)}>
              <option value="">The first that the feedback can change</option>
              {task.phases.map((phase) => (
                <option key={phase.name} value={phase.name}>
                  {phase.name}
                </option>
              ))}
            </Select>
          )}
        </Field>
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
    .filter((comment) => comment.revision === revision?.number)
    .map((comment) =>
      typeof comment.anchor?.quote === "string"
        ? `“${comment.anchor.quote}”: ${plainMentions(comment.body)}`
        : plainMentions(comment.body),
    )
    .join("\n");
}
