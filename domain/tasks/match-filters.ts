import { idsNamed, type TaskFilters } from "#db/queries/task-filters.ts";
import type { FeedItem } from "#domain/tasks/event-feed.ts";
import { priorities } from "#lib/contract/status.ts";
import type { TaskSummary } from "#lib/contract/task.ts";

/**
 * Whether a list under these filters could show the event's task, or has just lost it: a task that leaves a status is told
 * to those who watch that status.
 */
export function matchesFilters({ event, task }: FeedItem, filters: TaskFilters): boolean {
  if (!task) return couldHaveShown(event, filters);
  const statuses = [task.status, event.fromStatus, event.toStatus];
  if (filters.statuses && !filters.statuses.some((status) => statuses.includes(status))) return false;
  return standing.every((matches) => matches(task, filters));
}

/** Of a deleted task its event tells no more than its id and group. */
function couldHaveShown({ taskId, taskSourceGroupId }: FeedItem["event"], { groupId, taskRefs }: TaskFilters): boolean {
  if (groupId !== undefined && groupId !== taskSourceGroupId) return false;
  return !taskRefs || taskRefs.flatMap(idsNamed).includes(taskId) || taskRefs.some((ref) => /^\d+$/.test(ref));
}

type Standing = (task: TaskSummary, filters: TaskFilters) => boolean;

/** The filters other than status, as `whereTasks` has them; when it was decided on and paid for no event tells. */
const standing: Standing[] = [
  (task, { taskTypes }) => !taskTypes || taskTypes.includes(task.taskType),
  (task, { modelName }) => modelName === undefined || task.modelName === modelName || task.modelUsed === modelName,
  (task, { modelUsed }) => modelUsed === undefined || task.modelUsed === modelUsed,
  (task, { groupId }) => groupId === undefined || task.taskSourceGroupId === groupId,
  (task, { sourceIds }) => !sourceIds || (task.taskSourceId !== null && sourceIds.includes(task.taskSourceId)),
  (task, { sourceName }) => sourceName === undefined || task.taskSourceName === sourceName,
  (task, { taskRefs }) =>
    !taskRefs || taskRefs.flatMap(idsNamed).includes(task.id) || taskRefs.includes(String(task.number)),
  (task, { priorities: wanted }) => !wanted || wanted.includes(priorities.indexOf(task.priority)),
  (task, { text }) => text === undefined || mentions(task, text.toLowerCase()),
  (task, { createdFrom }) => !createdFrom || task.createdAt >= createdFrom,
  (task, { createdTo }) => !createdTo || task.createdAt <= createdTo,
  (task, { finishedFrom }) => !finishedFrom || (task.finishedAt !== null && task.finishedAt >= finishedFrom),
  (task, { finishedTo }) => !finishedTo || (task.finishedAt !== null && task.finishedAt <= finishedTo),
  (task, { minQuality }) => minQuality === undefined || (task.qualityScore ?? 0) >= minQuality,
  (task, { assignedTo }) => assignedTo === undefined || task.assignedTo === assignedTo,
  (task, { approvedBy }) => approvedBy === undefined || hasApproved(task, approvedBy),
  (task, { notApprovedBy }) => notApprovedBy === undefined || !hasApproved(task, notApprovedBy),
  (task, { snoozed }) =>
    snoozed === undefined || snoozed === (task.snoozedUntil !== null && task.snoozedUntil > new Date()),
  (task, { degraded }) => degraded === undefined || task.degraded === degraded,
];

/** As far as events tell: of tasks that wait for more approvals. */
function hasApproved({ approvals }: TaskSummary, userId: string): boolean {
  return approvals?.given.some((approval) => approval.userId === userId) ?? false;
}

function mentions(task: TaskSummary, text: string): boolean {
  return [task.title, task.id, task.taskSourceName, task.taskSourceGroupId].some((part) =>
    part?.toLowerCase().includes(text),
  );
}
