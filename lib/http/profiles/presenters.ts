import type { Profile } from "#lib/contract/access.ts";
import type { TaskSummary } from "#lib/contract/task.ts";
import type { TaskDetail } from "#lib/contract/task-detail.ts";
import { presentListItem, presentTask } from "#lib/http/profiles/unified.ts";

/** How a profile words tasks; it changes words and shapes, never what a route does. */
export type Presenter = {
  task: (task: TaskDetail) => unknown;
  listItem: (task: TaskSummary) => unknown;
};

const unified: Presenter = { task: presentTask, listItem: presentListItem };

export const presenters: Record<Profile, Presenter> = {
  unified,
  course: unified,
  inference: unified,
  concepts: unified,
};
