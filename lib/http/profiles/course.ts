import type { JsonObject } from "#lib/contract/json.ts";
import type { TaskSummary } from "#lib/contract/task.ts";
import type { TaskDetail } from "#lib/contract/task-detail.ts";
import { mainFile } from "#lib/http/profiles/main-file.ts";
import { statusWords } from "#lib/http/profiles/status-words.ts";
import { iso, releasedResult, shownProgress } from "#lib/http/profiles/task-fields.ts";

/** A task in the words of bulk-task-api.md. */
export function presentCourseItem(task: TaskSummary) {
  const result = releasedResult(task);
  return {
    id: task.id,
    task_id: task.id,
    number: task.number,
    user_id: task.createdBy,
    account_id: task.accountId,
    task_type: task.taskType,
    priority: task.priority,
    status: statusWords.course[task.status],
    state: task.status,
    progress: shownProgress(task),
    title: task.title,
    request_data: task.requestData,
    task_source_name: task.taskSourceName,
    task_source_id: task.taskSourceId,
    task_source_group_id: task.taskSourceGroupId,
    result_url: mainFile(result),
    task_folder_content: result && folderContent(task.taskType, result),
    error_message: task.errorMessage,
    error_details: errorDetails(task),
    model_used: task.modelUsed,
    degraded: task.degraded,
    degraded_reasons: task.degradedReasons,
    warnings: task.warnings,
    created_at: task.createdAt.toISOString(),
    updated_at: task.updatedAt.toISOString(),
    started_at: iso(task.startedAt),
    completed_at: iso(task.finishedAt),
  };
}

/** The same with its events, as the answer of bulk creation shows them. */
export function presentCourseTask(task: TaskDetail) {
  const events = task.events.map(({ timestamp, message }) => ({ timestamp: timestamp.toISOString(), message }));
  return { ...presentCourseItem(task), events };
}

/** The quiz itself, or the names of the files with their addresses. */
function folderContent(taskType: string, result: JsonObject): JsonObject {
  const { quiz } = result;
  if (taskType === "quiz" && quiz && typeof quiz === "object" && !Array.isArray(quiz)) return quiz;
  return Object.fromEntries(Object.entries(result).filter(([name]) => /_url$/.test(name)));
}

function errorDetails(task: TaskSummary): JsonObject | null {
  if (task.status !== "failed") return null;
  return { code: task.errorCode, phase: task.phase, message: task.errorMessage };
}
