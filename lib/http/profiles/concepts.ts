import type { JsonObject } from "#lib/contract/json.ts";
import type { TaskSummary } from "#lib/contract/task.ts";
import type { TaskDetail } from "#lib/contract/task-detail.ts";
import { statusWords } from "#lib/http/profiles/status-words.ts";
import { iso, releasedResult } from "#lib/http/profiles/task-fields.ts";

/** `TaskResponse` of concept-task-response.md. */
export function presentConceptItem(task: TaskSummary & { metadata?: JsonObject }) {
  const status = statusWords.concepts[task.status];
  const result = releasedResult(task);
  const image = result?.image_url;
  return {
    task_id: task.id,
    status,
    type: task.taskType,
    message: conceptMessage(task, status),
    created_at: task.createdAt.toISOString(),
    updated_at: task.updatedAt.toISOString(),
    completed_at: iso(task.finishedAt),
    metadata: { ...task.metadata, ...task.requestData },
    result_id: result ? conceptId(task.uid) : null,
    image_url: typeof image === "string" ? image : null,
    error_message: task.status === "cancelled" ? "Task was cancelled" : task.errorMessage,
  };
}

export function presentConceptTask(task: TaskDetail) {
  return presentConceptItem(task);
}

/** The concept of a finished task: `concept_` and the task's internal key. */
export function conceptId(uid: string): string {
  return `concept_${uid.replaceAll("-", "")}`;
}

/** Null for what is no such id. */
export function readConceptId(id: string): string | null {
  const hex = /^concept_([0-9a-f]{32})$/.exec(id)?.[1];
  return hex ? hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5") : null;
}

function conceptMessage(task: TaskSummary, status: string): string {
  if (status === "pending") return "Task created and queued for processing";
  if (status === "failed") return task.status === "cancelled" ? "Task was cancelled" : "Task failed";
  if (status !== "completed")
    return task.status === "awaiting_approval" ? "Waiting for a person's approval" : task.message;
  const what = task.taskType === "concept_refinement" ? "refinement" : "generation";
  return `Concept ${what} completed successfully`;
}
