import * as z from "zod";
import { type Concept, conceptSchema } from "#lib/contract/concept-result.ts";
import type { TaskSummary } from "#lib/contract/task.ts";
import { conceptId } from "#lib/http/profiles/concepts.ts";
import { iso, releasedResult } from "#lib/http/profiles/task-fields.ts";

const { image_url, variations, files, preserved } = conceptSchema.shape;
const resultSchema = z.object({
  image_url,
  variations,
  files: files.default([]),
  preserved: preserved.default([]),
});

/** A finished concept with signed addresses. @throws when the task is not finished: the domain hands out none such */
export function presentConcept(task: TaskSummary): Concept {
  const result = resultSchema.parse(releasedResult(task));
  const asked = (field: string) => {
    const value = task.requestData?.[field];
    return typeof value === "string" ? value : null;
  };
  const id = conceptId(task.uid);
  return {
    id,
    result_id: id,
    task_id: task.id,
    type: task.taskType,
    ...result,
    logo_description: asked("logo_description"),
    theme_description: asked("theme_description"),
    refinement_prompt: asked("refinement_prompt"),
    degraded: task.degraded,
    degraded_reasons: task.degradedReasons,
    created_at: task.createdAt.toISOString(),
    completed_at: iso(task.finishedAt),
  };
}
