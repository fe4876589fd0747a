import type { PresentPerson } from "#lib/contract/presence.ts";
import type { TaskListItem } from "#lib/contract/task-response.ts";
import { holderOf } from "#lib/queries/presence.ts";
import { isApprovedBy, isSnoozed, taskListQuery, waitingFor } from "#lib/queries/tasks.ts";
import { choiceParam, textParam, type UrlValues } from "../shell/url-param.ts";
import { reviewOrder } from "./review-order.ts";

export const deskParams = {
  type: textParam,
  group: textParam,
  task: textParam,
  show: choiceParam<"waiting" | "snoozed">(["waiting", "snoozed"], "waiting"),
};

export type DeskFilters = Omit<UrlValues<typeof deskParams>, "task">;

/** What waits for this person, in the order in which it is taken. */
export function deskQuery(me: string, filters: DeskFilters) {
  const query = {
    ...waitingFor(me),
    snoozed: filters.show === "snoozed",
    ...(filters.type ? { task_type: [filters.type] } : {}),
    ...(filters.group ? { task_source_group_id: filters.group } : {}),
    sort_by: "review_order",
    sort_order: "asc",
  } as const;
  return taskListQuery(query, 100);
}

/** Whether it is still to be decided on by this person, in this view of the desk. */
export function isOnDesk(task: Omit<TaskListItem, "content">, me: string, show: DeskFilters["show"]): boolean {
  return task.state === "awaiting_approval" && !isApprovedBy(task, me) && isSnoozed(task) === (show === "snoozed");
}

/** What the desk puts up by itself: the first that nobody else has open. */
export function firstOnDesk(
  listed: readonly TaskListItem[],
  present: readonly PresentPerson[],
  me: string,
  filters: DeskFilters,
): TaskListItem | null {
  const waiting = reviewOrder(
    listed.filter((task) => isOnDesk(task, me, filters.show)),
    new Set(),
  );
  return waiting.find((task) => holderOf(present, task.task_id, me) === null) ?? null;
}
