import type { TaskRow } from "#db/schema/tasks.ts";
import { type MoveName, movesFrom, wasSentBack } from "#domain/tasks/moves.ts";
import type { Scope } from "#lib/contract/access.ts";
import { madeStatuses } from "#lib/contract/status.ts";

/** Moves that people ask for by a verb of the same name; `edit` and `delete` are not bound to one status. */
const verbs: readonly MoveName[] = [
  "approve",
  "reject",
  "regenerate",
  "resubmit",
  "unapprove",
  "publish",
  "unpublish",
  "cancel",
  "retry",
];

/** How the policy for the task's type bears on the caller. */
type OwnPart = { mayApprove: boolean; hasEndorsed: boolean };

/** The verbs that a caller with these rights may use on the task now. */
export function availableActions(
  task: Pick<TaskRow, "status" | "revision" | "publishedUrl" | "round">,
  rights: ReadonlySet<Scope>,
  { mayApprove, hasEndorsed }: OwnPart = { mayApprove: true, hasEndorsed: false },
): string[] {
  const possible = movesFrom(task.status, rights);
  const actions: string[] = verbs.filter((verb) => possible.includes(verb) && (verb !== "approve" || mayApprove));
  if (hasEndorsed && rights.has("tasks:review")) actions.push("unapprove");
  if (rights.has("tasks:write")) {
    if (task.revision !== null && madeStatuses.includes(task.status)) actions.push("edit");
    if (task.publishedUrl === null || rights.has("tasks:publish")) actions.push("delete");
  }
  if (possible.includes("recall") && wasSentBack(task)) actions.push("recall");
  if (rights.has("tasks:review")) {
    actions.push("comment", "assign");
    if (task.status === "awaiting_approval") actions.push("snooze");
  }
  return actions;
}
