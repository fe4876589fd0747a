import type { Profile } from "#lib/contract/access.ts";
import type { TaskSummary } from "#lib/contract/task.ts";
import type { TaskDetail } from "#lib/contract/task-detail.ts";
import { presentConceptItem, presentConceptTask } from "#lib/http/profiles/concepts.ts";
import { presentCourseItem, presentCourseTask } from "#lib/http/profiles/course.ts";
import { inferenceId, presentInferenceTask } from "#lib/http/profiles/inference.ts";
import { presentListItem, presentTask } from "#lib/http/profiles/unified.ts";

/** How a profile words tasks; it changes words and shapes, never what a route does. */
export type Presenter = {
  task: (task: TaskDetail) => object;
  listItem: (task: TaskSummary) => object;
  /** A task's id, where there is no more of it to show. */
  taskId: (id: string) => string;
};

const asItIs = (id: string) => id;

export const presenters: Record<Profile, Presenter> = {
  unified: { task: presentTask, listItem: presentListItem, taskId: asItIs },
  course: { task: presentCourseTask, listItem: presentCourseItem, taskId: asItIs },
  inference: { task: presentInferenceTask, listItem: presentInferenceTask, taskId: inferenceId },
  concepts: { task: presentConceptTask, listItem: presentConceptItem, taskId: asItIs },
};
