import { type ComponentType, lazy } from "react";
import type { ResultViewProps } from "./result-view-props.ts";
import type { TaskTypeName } from "./schemas.ts";

export type { ResultViewProps };

type ResultView = {
  /** What the people who decide call it: "Article". */
  label: string;
  component: ComponentType<ResultViewProps>;
};

/** How each type's result is shown as its audience will see it; loaded when one is looked at. */
const views = {
  blog_post: {
    label: "Article",
    component: lazy(async () => ({ default: (await import("./blog-post/result-view.tsx")).BlogPostView })),
  },
} satisfies Partial<Record<TaskTypeName, ResultView>>;

/** Null for a type that this hub does not know. */
export function findResultView(taskType: string): ResultView | null {
  return Object.hasOwn(views, taskType) ? ((views as Record<string, ResultView>)[taskType] ?? null) : null;
}
