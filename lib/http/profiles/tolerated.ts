/** What clients of the origin of unified-tasks.md send along; it means nothing here and is named in `warnings`. */
export const unifiedTolerated: ReadonlySet<string> = new Set(["task_name", "category", "model_selections"]);
