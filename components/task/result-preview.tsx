"use client";
import { Suspense } from "react";
import type { JsonObject } from "#lib/contract/json.ts";
import { findResultView } from "#task-types/views.ts";
import { useSession } from "../shell/session-context.tsx";
import { SkeletonLines } from "../ui/skeleton.tsx";
import { GenericResult } from "./generic-result.tsx";

type Props = { taskType: string; title: string; content: string | null; result: JsonObject; madeAt: string | null };

/** The result as its audience will see it; types without a view of their own are shown plainly. */
export function ResultPreview({ taskType, ...result }: Props) {
  const { account } = useSession();
  const View = findResultView(taskType)?.component ?? GenericResult;
  return (
    <Suspense fallback={<SkeletonLines lines={8} />}>
      <View {...result} publisher={account.name} />
    </Suspense>
  );
}
