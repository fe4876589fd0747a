import { type ComponentType, lazy } from "react";
import type { ResultViewProps } from "./result-view-props.ts";
import type { TaskTypeName } from "./schemas.ts";

/** How each type's result is shown to those who decide; loaded when one is looked at. */
const views = {
  blog_post: lazy(async () => ({ default: (await import("./blog-post/result-view.tsx")).BlogPostView })),
} satisfies Record<TaskTypeName, ComponentType<ResultViewProps>>;

/** Null for a type that has no view of its own. */
export function findResultView(taskType: string): ComponentType<ResultViewProps> | null {
  return Object.hasOwn(views, taskType)
    ? ((views as Record<string, ComponentType<ResultViewProps>>)[taskType] ?? null)
    : null;
}
