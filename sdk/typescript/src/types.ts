import type { components } from "./api-types.ts";

type Schemas = components["schemas"];

export type Task = Schemas["Task"];
export type TaskListItem = Schemas["TaskListItem"];
export type TaskList = Schemas["TaskList"];
export type TaskState = Task["state"];
export type Priority = Task["priority"];
export type RevisionBlocks = Schemas["RevisionBlocks"];
export type TaskRevision = Schemas["TaskRevision"];
export type TaskType = Schemas["TaskType"];
export type Upload = Schemas["Upload"];
/** The body that makes a task: one shape for each task type. */
export type NewTask = Schemas["NewTask"];

/** What sends a task back for another round. */
export type Regeneration = {
  feedback: string;
  /** Phases before it keep their output. */
  from_phase?: string;
  /** Only these are made again, everything else stays to the byte: as `blocks` names them. */
  blocks?: readonly (string | number)[];
  /** The revision that was read; refused when it is no longer the current one. */
  revision_sha256?: string;
};

/** What lists, counts and streams can be narrowed by. Lists of words mean any of them. */
export type TaskFilters = {
  /** In any profile's words, or canonical ones. */
  status?: string | readonly string[];
  task_type?: string | readonly string[];
  priority?: Priority | readonly Priority[];
  task_ids?: readonly string[];
  task_source_ids?: readonly string[];
  task_source_group_id?: string;
  task_source_name?: string;
  model_name?: string;
  /** Found in title, id, source and group. */
  q?: string;
  created_from?: string;
  created_to?: string;
  min_quality?: number;
  /** A user's id, or `none`. */
  assigned_to?: string;
  degraded?: boolean;
};

export type ListOptions = TaskFilters & {
  sort_by?: "created_at" | "updated_at" | "status" | "task_type" | "priority" | "quality_score";
  sort_order?: "asc" | "desc";
  /** 1–100; 20 unless said otherwise. */
  limit?: number;
  offset?: number;
  cursor?: string;
};

/** What happened to a task, and the task as lists show it, without its content; no task once it is deleted. */
export type TaskUpdate = {
  /** To go on after this one: `watch({ lastEventId })`. */
  id: string;
  type: string;
  task_id: string;
  message: string;
  phase: string | null;
  task: Omit<TaskListItem, "content"> | null;
};

/** The outcome of a bulk verb, item by item. */
export type BulkOutcome = Schemas["BulkAnswer"];
