"use client";
import { Suspense } from "react";
import type { JsonObject } from "#lib/contract/json.ts";
import { findResultView } from "#task-types/views.ts";
import { useSession } from "../shell/session-context.tsx";
import { SkeletonLines } from "../ui/skeleton.tsx";
import { GenericResult } from "./generic-result.tsx";
import { ViewBoundary } from "./view-boundary.tsx";

type Props = {
  taskId: string;
  taskType: string;
  title: string;
  content: string | null;
  result: JsonObject;
  request: JsonObject | null;
  madeAt: string | null;
};

/** The result as its audience will see it; types without a view of their own are shown plainly. */
export function ResultPreview({ taskType, ...result }: Props) {
  const { account } = useSession();
  const View = findResultView(taskType)?.component ?? GenericResult;
  const shown = { ...result, publisher: account.name };
  return (
    <ViewBoundary key={`${result.taskId} ${result.madeAt}`} fallback={<GenericResult {...shown} />}>
      <Suspense fallback={<SkeletonLines lines={8} />}>
        <View {...shown} />
      </Suspense>
    </ViewBoundary>
  );
}
