"use client";
import { useQuery } from "@tanstack/react-query";
import type { RevisionResponse } from "#lib/contract/task-response.ts";
import { revisionsQuery } from "#lib/queries/tasks.ts";
import { RestoreRevision } from "../editor/restore-revision.tsx";
import { choiceParam, numberParam } from "../shell/url-param.ts";
import { useUrlParams } from "../shell/url-params.ts";
import { Button } from "../ui/button.tsx";
import { ErrorLine } from "../ui/error-state.tsx";
import { Time } from "../ui/time.tsx";

const origins: Record<RevisionResponse["origin"], string> = {
  generated: "Generated",
  edited: "Edited",
  restored: "Restored",
};

type Props = { taskId: string; approvedSha256: string | null; canEdit: boolean };

const compared = {
  view: choiceParam(["preview", "diff"], "preview"),
  compare_from: numberParam,
  compare_to: numberParam,
};

export function RevisionList({ taskId, approvedSha256, canEdit }: Props) {
  const [, set] = useUrlParams(compared);
  const { data, error } = useQuery(revisionsQuery(taskId));
  const newest = Math.max(0, ...(data ?? []).map((revision) => revision.number));
  if (error) return <ErrorLine error={error} />;
  return (
    <ol className="flex flex-col gap-2">
      {[...(data ?? [])]
        .sort((a, b) => b.number - a.number)
        .map((revision) => (
          <li key={revision.number} className="grid grid-cols-[auto_1fr_auto] gap-x-3">
            <span className="tabular font-strong">r{revision.number}</span>
            <span className="min-w-0">
              {origins[revision.origin]} by {revision.author.name}
              {revision.sha256 === approvedSha256 ? <span className="text-good"> approved</span> : null}
              {revision.note ? <span className="block text-ink-soft">{revision.note}</span> : null}
              <code title={revision.sha256} className="block font-mono text-small text-ink-faint">
                {revision.sha256.slice(0, 12)}
              </code>
            </span>
            <span className="flex flex-col items-end gap-1">
              <Time at={revision.created_at} className="text-ink-faint" />
              {revision.number < newest ? (
                <Button
                  size="small"
                  look="quiet"
                  onClick={() => set({ view: "diff", compare_from: revision.number, compare_to: newest })}
                >
                  Compare<span className="sr-only"> revision {revision.number} with the newest</span>
                </Button>
              ) : null}
              {canEdit && revision.number < newest ? (
                <RestoreRevision taskId={taskId} number={revision.number} />
              ) : null}
            </span>
          </li>
        ))}
    </ol>
  );
}
