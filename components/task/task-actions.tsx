"use client";
import { Ellipsis } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { deleteTask, resubmitTask, type TaskAction, useTaskAction } from "#lib/queries/task-actions.ts";
import type { TaskDetail } from "#lib/queries/tasks.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { Menu, MenuItem } from "../ui/menu.tsx";
import { notify, notifyError } from "../ui/toast.ts";

type Simple = Extract<TaskAction["verb"], "cancel" | "retry" | "publish" | "unpublish" | "unapprove">;

const words: Record<Simple, { label: string; done: string; failed: string }> = {
  publish: { label: "Publish now", done: "Published", failed: "Not published" },
  retry: { label: "Try again", done: "Queued again", failed: "Not queued again" },
  unpublish: { label: "Withdraw", done: "Withdrawn", failed: "Not withdrawn" },
  unapprove: { label: "Take approval back", done: "Approval taken back", failed: "Still approved" },
  cancel: { label: "Cancel task", done: "Cancelled", failed: "Not cancelled" },
};
const prominent: readonly Simple[] = ["publish", "retry"];
const inMenu: readonly Simple[] = ["unapprove", "unpublish", "cancel"];

type Props = { task: TaskDetail; onEdit: () => void; onDecide: (kind: "approve" | "reject" | "regenerate") => void };

/** What this person may do with this task now, the next thing first. */
export function TaskActions({ task, onEdit, onDecide }: Props) {
  const can = (verb: string) => task.available_actions.includes(verb);
  const action = useTaskAction(task.task_id);
  const router = useRouter();
  const [deleting, setDeleting] = useState(false);

  function run(verb: Simple) {
    action.mutate(
      { verb },
      {
        onSuccess: () => notify({ text: `${words[verb].done}: ${task.title}` }),
        onError: (error) => notifyError(`${words[verb].failed}: ${task.title}`, error),
      },
    );
  }
  async function remove() {
    try {
      await deleteTask(task.task_id);
      notify({ text: `Deleted: ${task.title}`, family: "stopped" });
      router.push("/queue");
    } catch (error) {
      notifyError(`Not deleted: ${task.title}`, error);
    }
  }
  async function resubmit() {
    try {
      await resubmitTask(task.task_id, "Submitted again from the hub");
      notify({ text: `Submitted again: ${task.title}`, family: "person" });
    } catch (error) {
      notifyError(`Not submitted: ${task.title}`, error);
    }
  }
  return (
    <div className="flex flex-wrap items-center gap-2">
      {can("edit") ? (
        <Button shortcut="e" onClick={onEdit}>
          Edit
        </Button>
      ) : null}
      {can("reject") ? (
        <Button shortcut="r" onClick={() => onDecide("reject")}>
          Reject
        </Button>
      ) : null}
      {can("regenerate") ? (
        <Button shortcut="g" onClick={() => onDecide("regenerate")}>
          Send back
        </Button>
      ) : null}
      {can("resubmit") ? (
        <Button look="primary" onClick={() => void resubmit()}>
          Submit again
        </Button>
      ) : null}
      {can("approve") ? (
        <Button look="primary" shortcut="a" onClick={() => onDecide("approve")}>
          Approve
        </Button>
      ) : null}
      {task.approval_refused ? (
        <Button look="primary" disabled aria-describedby="approval-note">
          Approve
        </Button>
      ) : null}
      {prominent.filter(can).map((verb) => (
        <Button key={verb} look="primary" busy={action.isPending} onClick={() => run(verb)}>
          {words[verb].label}
        </Button>
      ))}
      <Menu
        align="end"
        trigger={
          <IconButton label="More actions">
            <Ellipsis className="size-4" aria-hidden />
          </IconButton>
        }
      >
        {inMenu.filter(can).map((verb) => (
          <MenuItem key={verb} onSelect={() => run(verb)}>
            {words[verb].label}
          </MenuItem>
        ))}
        <MenuItem onSelect={() => void navigator.clipboard.writeText(task.task_id)}>Copy the task id</MenuItem>
        {can("delete") ? (
          <MenuItem danger onSelect={() => setDeleting(true)}>
            Delete
          </MenuItem>
        ) : null}
      </Menu>
      {deleting ? (
        <ConfirmDialog
          title={`Delete “${task.title}” and its files`}
          text="Its work stops and its publication is withdrawn. The audit keeps that it was there. This cannot be undone."
          action="Delete"
          onConfirm={() => void remove()}
          onClose={() => setDeleting(false)}
        />
      ) : null}
    </div>
  );
}
