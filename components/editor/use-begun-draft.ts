"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { draftQuery } from "#lib/queries/drafts.ts";
import { useSession } from "../shell/session-context.tsx";
import { notifyError } from "../ui/toast.ts";
import { chooseDraft, fromHub, type WaitingDraft } from "./choose-draft.ts";
import { draftKey, forgetDraft, parseDraft, readDraftText } from "./task-draft.ts";

/** What an editor begins with, once the hub has said what it keeps; `undefined` until then. */
export function useBegunDraft(taskId: string) {
  const client = useQueryClient();
  const { user } = useSession();
  const key = draftKey(user.id, taskId);
  const { data: kept, isFetchedAfterMount } = useQuery({ ...draftQuery(taskId), staleTime: 0 });
  const [begun, setBegun] = useState<WaitingDraft | null>();
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (!isFetchedAfterMount) return;
    setBegun((before) => (before === undefined ? chooseDraft(parseDraft(readDraftText(key)), kept) : before));
  }, [isFetchedAfterMount, kept, key]);

  /** Begins again with the draft from elsewhere; the words here are given up. */
  async function takeRival() {
    try {
      const theirs = await client.fetchQuery({ ...draftQuery(taskId), staleTime: 0 });
      forgetDraft(key);
      setBegun(theirs && { draft: fromHub(theirs), rival: null });
      setRound(round + 1);
    } catch (error) {
      notifyError("The other draft could not be read", error);
    }
  }
  return { begun, round, takeRival: () => void takeRival() };
}
