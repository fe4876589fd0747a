import type { TaskDetail } from "#lib/queries/tasks.ts";
import { notify } from "../ui/toast.ts";

/** Whether the middle of the screen is an editor: what is decided then would be the text without its edit. */
export function isEdited(view: string, task: Pick<TaskDetail, "available_actions">): boolean {
  return view === "edit" && task.available_actions.includes("edit");
}

export function sayEdited(): void {
  notify({
    text: "You are editing this",
    detail: "Save the edit as a revision, or leave it with Escape; then decide. The draft is kept.",
    family: "person",
  });
}
