"use client";
import { useQueryClient } from "@tanstack/react-query";
import type { TaskDetail } from "#lib/queries/tasks.ts";
import { Button } from "../ui/button.tsx";
import { FamilyMark } from "../ui/status-mark.tsx";
import { Time } from "../ui/time.tsx";
import type { WaitingDraft } from "./choose-draft.ts";
import { throwDraftAway } from "./throw-draft-away.ts";
import { useLateDraft } from "./use-late-draft.ts";

type Props = { task: TaskDetail; draftKey: string; waiting: WaitingDraft; onEdit: () => void };

/** Something typed waits to be gone on with, from this machine or another. */
export function DraftNotice({ task, draftKey, waiting, onEdit }: Props) {
  const client = useQueryClient();
  const { draft } = waiting;
  useLateDraft(task.task_id, draftKey, waiting);
  const newest = task.revision?.number ?? draft.base.revision;
  return (
    <p
      role="status"
      className="mb-6 flex flex-wrap items-center gap-2 rounded-md bg-person-soft px-3 py-2 font-sans text-body"
    >
      <FamilyMark family="person" />
      <span className="mr-auto">
        You have an unsaved draft of this from <Time at={draft.at} />
        {draft.sent ? "" : ", in this browser only"}.
        {newest > draft.base.revision
          ? ` It began with revision ${draft.base.revision}; revision ${newest} is the newest by now.`
          : ""}
      </span>
      <Button size="small" onClick={onEdit}>
        Go on with the draft
      </Button>
      <Button
        size="small"
        look="quiet"
        onClick={() => void throwDraftAway(client, task.task_id, draftKey, draft.keptAt ?? null)}
      >
        Throw it away
      </Button>
    </p>
  );
}
