"use client";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { draftQuery } from "#lib/queries/drafts.ts";
import { useSession } from "../shell/session-context.tsx";
import { chooseDraft, type WaitingDraft } from "./choose-draft.ts";
import { draftKey, forgetDraft, parseDraft, useDraftText } from "./task-draft.ts";

/** The draft of this task that somebody would go on with. `known` once the hub was asked, or could not be. */
export function useWaitingDraft(taskId: string): { key: string; known: boolean; waiting: WaitingDraft | null } {
  const { user } = useSession();
  const key = draftKey(user.id, taskId);
  const here = parseDraft(useDraftText(key));
  const { data: kept, isPending } = useQuery(draftQuery(taskId));
  const waiting = isPending ? null : chooseDraft(here, kept);
  const isOver = here !== null && kept === null && waiting === null;
  useEffect(() => {
    if (isOver) forgetDraft(key);
  }, [isOver, key]);
  return { key, known: !isPending, waiting };
}
