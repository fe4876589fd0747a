"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Draft } from "#lib/contract/draft.ts";
import { draftQuery, putDraft } from "#lib/queries/drafts.ts";
import type { WaitingDraft } from "./choose-draft.ts";
import { markSent } from "./task-draft.ts";

/** Longer than an editor that was just left takes to send its last words itself. */
const pause = 3_000;

/** Words that were typed while the hub was away go there, although their editor is closed by now. */
export function useLateDraft(taskId: string, key: string, { draft, rival }: WaitingDraft): void {
  const client = useQueryClient();
  const isLate = !draft.sent && rival === null;
  useEffect(() => {
    if (!isLate) return;
    const { base, content, result, at, keptAt = null } = draft;
    const changes = { ...(content !== undefined && { content }), ...(result && { result }) };
    const { queryKey } = draftQuery(taskId);
    async function send() {
      try {
        const kept: Draft = { base, changes, kept_at: await putDraft(taskId, { base, changes, replaces: keptAt }) };
        markSent(key, at, kept.kept_at);
        client.setQueryData(queryKey, kept);
      } catch {
        // It stays in this browser; when another window was first, that shows once it is asked for again.
        void client.invalidateQueries({ queryKey });
      }
    }
    const timer = setTimeout(send, pause);
    window.addEventListener("online", send);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("online", send);
    };
  }, [isLate, draft, key, taskId, client]);
}
