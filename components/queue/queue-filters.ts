import { taskStatuses } from "#lib/contract/status.ts";
import type { LiveTask } from "#lib/queries/live-cache.ts";
import { isApprovedBy, isSnoozed, sortFields, type TaskFilters } from "#lib/queries/tasks.ts";
import {
  choiceParam,
  choicesParam,
  flagParam,
  instantParam,
  listParam,
  numberParam,
  readParams,
  textParam,
  type UrlValues,
} from "../shell/url-param.ts";

/** What `from` and `to` are about, and how the hub words it. */
export const occasions = {
  created: "Created",
  finished: "Finished",
  decided: "Decided on",
  spent: "Paid for",
} as const;

export const queueParams = {
  status: choicesParam(taskStatuses),
  type: listParam,
  group: textParam,
  sources: listParam,
  q: textParam,
  model: textParam,
  used: textParam,
  assignee: textParam,
  approved: textParam,
  unapproved: textParam,
  snoozed: flagParam,
  quality: numberParam,
  degraded: flagParam,
  when: choiceParam(["created", "finished", "decided", "spent"] satisfies (keyof typeof occasions)[], "created"),
  from: instantParam,
  to: instantParam,
  sort: choiceParam(sortFields, "created_at"),
  order: choiceParam(["desc", "asc"], "desc"),
};

export type QueueFilters = UrlValues<typeof queueParams>;

/** The filters and order that an address says. */
export function readQueueFilters(search: URLSearchParams): QueueFilters {
  return readParams(queueParams, search);
}

export const noFilters = {
  status: null,
  type: null,
  group: null,
  sources: null,
  q: null,
  model: null,
  used: null,
  assignee: null,
  approved: null,
  unapproved: null,
  snoozed: null,
  quality: null,
  degraded: null,
  when: null,
  from: null,
  to: null,
} as const;

/** In the API's words; what is not set is left out, so that equal filters have equal keys. */
export function toTaskFilters(filters: QueueFilters): TaskFilters {
  return {
    ...(filters.status.length > 0 ? { status: filters.status } : {}),
    ...(filters.type.length > 0 ? { task_type: filters.type } : {}),
    ...(filters.group ? { task_source_group_id: filters.group } : {}),
    ...(filters.sources.length > 0 ? { task_source_ids: filters.sources } : {}),
    ...(filters.q ? { q: filters.q } : {}),
    ...(filters.model ? { model_name: filters.model } : {}),
    ...(filters.used ? { model_used: filters.used } : {}),
    ...(filters.assignee ? { assigned_to: filters.assignee } : {}),
    ...(filters.approved ? { approved_by: filters.approved } : {}),
    ...(filters.unapproved ? { not_approved_by: filters.unapproved } : {}),
    ...(filters.snoozed === null ? {} : { snoozed: filters.snoozed }),
    ...(filters.quality === null ? {} : { min_quality: filters.quality }),
    ...(filters.degraded === null ? {} : { degraded: filters.degraded }),
    ...(filters.from ? { [`${filters.when}_from` as const]: filters.from } : {}),
    ...(filters.to ? { [`${filters.when}_to` as const]: filters.to } : {}),
    sort_by: filters.sort,
    sort_order: filters.order,
  };
}

export function isFiltered(filters: QueueFilters): boolean {
  const { sort: _sort, order: _order, when: _when, ...narrowing } = filters;
  return Object.values(narrowing).some((value) =>
    Array.isArray(value) ? value.length > 0 : value !== null && value !== "",
  );
}

/** Whether a task that the stream brings belongs in the list, as far as the list item tells. */
export function belongsInQueue(filters: QueueFilters, task: LiveTask): boolean {
  return (
    (filters.status.length === 0 || filters.status.includes(task.state)) &&
    (filters.type.length === 0 || filters.type.includes(task.task_type)) &&
    (!filters.group || task.task_source_group_id === filters.group) &&
    (filters.sources.length === 0 || filters.sources.includes(task.task_source_id ?? "")) &&
    (!filters.q || task.title.toLowerCase().includes(filters.q.toLowerCase())) &&
    (!filters.model || task.model_used === filters.model) &&
    (!filters.used || task.model_used === filters.used) &&
    (!filters.assignee || task.assigned_to === filters.assignee) &&
    (!filters.approved || isApprovedBy(task, filters.approved)) &&
    (!filters.unapproved || !isApprovedBy(task, filters.unapproved)) &&
    (filters.snoozed === null || isSnoozed(task) === filters.snoozed) &&
    (filters.quality === null || (task.quality_score ?? 0) >= filters.quality) &&
    (filters.degraded === null || task.degraded === filters.degraded) &&
    !filters.from &&
    !filters.to
  );
}
