export { type CallOptions, OversightHub, type WaitOptions } from "./client.ts";
export { type ErrorCode, HubApiError, WaitTimeoutError } from "./errors.ts";
export type { HubOptions } from "./transport.ts";
export type {
  BulkOutcome,
  ListOptions,
  NewTask,
  Priority,
  Regeneration,
  RevisionBlocks,
  Task,
  TaskFilters,
  TaskList,
  TaskListItem,
  TaskRevision,
  TaskState,
  TaskType,
  TaskUpdate,
  Upload,
} from "./types.ts";
