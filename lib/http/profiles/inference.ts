import type { TaskSummary } from "#lib/contract/task.ts";
import { mainFile } from "#lib/http/profiles/main-file.ts";
import { statusWords } from "#lib/http/profiles/status-words.ts";
import { isGeneratedId, iso, releasedResult, shownProgress } from "#lib/http/profiles/task-fields.ts";

/** A task in the words of inference-task-manager.md. */
export function presentInferenceTask(task: TaskSummary) {
  const result = releasedResult(task);
  return {
    id: inferenceId(task.id),
    task_id: inferenceId(task.id),
    status: statusWords.inference[task.status],
    state: task.status,
    task_type: task.taskType,
    model_name: task.modelName,
    model_used: task.modelUsed,
    priority: task.priority,
    progress: shownProgress(task),
    message: task.message,
    created_at: task.createdAt.toISOString(),
    updated_at: task.updatedAt.toISOString(),
    started_at: iso(task.startedAt),
    completed_at: iso(task.finishedAt),
    cancelled_at: iso(task.cancelledAt),
    worker_id: task.workerId,
    result,
    result_url: mainFile(result),
    error_message: task.errorMessage,
    degraded: task.degraded,
    degraded_reasons: task.degradedReasons,
    warnings: task.warnings,
  };
}

/** An id that the hub made is shown as `task_{uuid}`. */
export function inferenceId(id: string): string {
  return isGeneratedId(id) ? `task_${id}` : id;
}

/** And read back with and without the prefix. */
export function readInferenceId(id: string): string {
  const bare = id.replace(/^task_/, "");
  return isGeneratedId(bare) ? bare : id;
}
