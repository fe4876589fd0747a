import type { Scope } from "#lib/contract/access.ts";
import type { TaskStatus } from "#lib/contract/status.ts";

type Move = {
  from: readonly TaskStatus[];
  to: TaskStatus;
  /** The right it needs; null where only the worker or the system makes the move. */
  scope: Scope | null;
  /** What lists, events and the hub say happened. */
  message: string;
};

/** Every legal move of a task. There is no other way to change a status. */
export const moves = {
  enqueue: { from: ["pending"], to: "queued", scope: "tasks:write", message: "Task added to the processing queue" },
  start: { from: ["queued"], to: "generating", scope: null, message: "Generation started" },
  finish_for_review: {
    from: ["generating"],
    to: "awaiting_approval",
    scope: null,
    message: "Ready for review",
  },
  finish: { from: ["generating"], to: "completed", scope: null, message: "Task completed" },
  fail: { from: ["generating", "queued"], to: "failed", scope: null, message: "Task failed" },
  retry_later: { from: ["generating"], to: "queued", scope: null, message: "Will be tried again" },
  rescue: { from: ["generating"], to: "queued", scope: null, message: "Taken back from a worker that went silent" },
  yield: { from: ["generating"], to: "queued", scope: null, message: "Handed back by a worker that is stopping" },
  retry: { from: ["failed"], to: "queued", scope: "tasks:write", message: "Task queued again" },
  cancel: {
    from: ["pending", "queued", "on_hold", "generating", "awaiting_approval", "rejected"],
    to: "cancelled",
    scope: "tasks:write",
    message: "Task cancelled",
  },
  hold: { from: ["queued", "generating"], to: "on_hold", scope: "tasks:write", message: "Task put on hold" },
  release: { from: ["on_hold"], to: "queued", scope: "tasks:write", message: "Task released" },
  approve: { from: ["awaiting_approval"], to: "approved", scope: "tasks:review", message: "Approved" },
  reject: { from: ["awaiting_approval"], to: "rejected", scope: "tasks:review", message: "Rejected" },
  regenerate: {
    from: ["awaiting_approval", "rejected", "completed"],
    to: "queued",
    scope: "tasks:review",
    message: "Sent back with feedback",
  },
  recall: {
    from: ["queued", "on_hold", "generating"],
    to: "awaiting_approval",
    scope: "tasks:review",
    message: "Sending back taken back",
  },
  resubmit: { from: ["rejected"], to: "awaiting_approval", scope: "tasks:write", message: "Submitted again" },
  edit: {
    from: ["approved", "published"],
    to: "awaiting_approval",
    scope: "tasks:write",
    message: "Edited after approval, waits for review again",
  },
  unapprove: { from: ["approved"], to: "awaiting_approval", scope: "tasks:review", message: "Approval taken back" },
  publish: { from: ["approved"], to: "published", scope: "tasks:publish", message: "Published" },
  unpublish: { from: ["published"], to: "approved", scope: "tasks:publish", message: "Withdrawn from publication" },
} as const satisfies Record<string, Move>;

/** Whether the round under way is one that a reviewer asked for, so that there is a revision to go back to. */
export function wasSentBack(task: { round: number; revision: number | null }): boolean {
  return task.round > 1 && task.revision !== null;
}

export type MoveName = keyof typeof moves;

const moveTable: Record<MoveName, Move> = moves;

export function moveNamed(name: MoveName): Move {
  return moveTable[name];
}

/** Names of the moves that lead away from a status, for those who hold the given rights. */
export function movesFrom(status: TaskStatus, rights: ReadonlySet<Scope>): MoveName[] {
  return (Object.keys(moveTable) as MoveName[]).filter((name) => {
    const move = moveTable[name];
    return move.scope !== null && rights.has(move.scope) && move.from.includes(status);
  });
}
