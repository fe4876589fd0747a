"use client";
import { Ellipsis } from "lucide-react";
import { isSnoozed, type TaskDetail } from "#lib/queries/tasks.ts";
import { ApprovalNote } from "../task/approval-note.tsx";
import { Button, IconButton } from "../ui/button.tsx";
import { Menu, MenuItem } from "../ui/menu.tsx";

type Props = {
  task: TaskDetail;
  onDecide: (kind: "approve" | "reject" | "regenerate") => void;
  onSkip: () => void;
  onSnooze: () => void;
  onEdit: () => void;
};

/** At the same place for every task, above a phone's navigation. */
export function DecisionBar({ task, onDecide, onSkip, onSnooze, onEdit }: Props) {
  const can = (verb: string) => task.available_actions.includes(verb);
  if (!can("approve") && !can("reject") && !can("regenerate")) {
    return (
      <p className="border-t border-line px-6 py-3 text-ink-soft max-sm:px-4">
        {task.state === "awaiting_approval" ? (
          "Reviewers decide on this; your role reads it."
        ) : (
          <>
            <span className="max-sm:hidden">Press J for the next one.</span>
            <span className="sm:hidden">The list has the next one.</span>
          </>
        )}
      </p>
    );
  }
  return (
    <>
      <ApprovalNote task={task} id="approval-note" className="shrink-0 border-t border-line px-6 py-2 max-sm:px-3" />
      <div
        role="toolbar"
        aria-label="Decide"
        className="sticky bottom-0 flex h-14 shrink-0 items-center gap-2 border-t border-line bg-paper px-6 max-sm:bottom-14 max-sm:h-16 max-sm:px-3"
      >
        <span className="sm:hidden">
          <Menu
            side="top"
            trigger={
              <IconButton label="More">
                <Ellipsis className="size-5" aria-hidden />
              </IconButton>
            }
          >
            <MenuItem onSelect={onSkip}>Skip</MenuItem>
            {can("snooze") ? (
              <MenuItem onSelect={onSnooze}>{isSnoozed(task) ? "Bring back" : "Snooze"}</MenuItem>
            ) : null}
            {can("edit") ? <MenuItem onSelect={onEdit}>Edit</MenuItem> : null}
          </Menu>
        </span>
        <Button look="quiet" shortcut="s" onClick={onSkip} className="max-sm:hidden">
          Skip
        </Button>
        {can("snooze") ? (
          <Button look="quiet" shortcut="h" onClick={onSnooze} className="max-sm:hidden">
            {isSnoozed(task) ? "Bring back" : "Snooze"}
          </Button>
        ) : null}
        {can("edit") ? (
          <Button look="quiet" shortcut="e" onClick={onEdit} className="max-sm:hidden">
            Edit
          </Button>
        ) : null}
        <span className="flex-1 max-sm:hidden" />
        {can("reject") ? (
          <Button shortcut="r" onClick={() => onDecide("reject")} className="max-sm:flex-1">
            Reject
          </Button>
        ) : null}
        {can("regenerate") ? (
          <Button shortcut="g" onClick={() => onDecide("regenerate")} className="max-sm:flex-1">
            Send back
          </Button>
        ) : null}
        {can("approve") ? (
          <Button look="primary" shortcut="a" onClick={() => onDecide("approve")} className="max-sm:flex-1 sm:min-w-32">
            Approve
          </Button>
        ) : null}
        {task.approval_refused ? (
          <Button look="primary" disabled aria-describedby="approval-note" className="max-sm:flex-1 sm:min-w-32">
            Approve
          </Button>
        ) : null}
      </div>
    </>
  );
}
