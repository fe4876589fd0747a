"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { deleteDraft, draftQuery, putDraft } from "#lib/queries/drafts.ts";
import type { WaitingDraft } from "./choose-draft.ts";
import { DraftSender, type Keeping, type Words } from "./draft-sender.ts";
import { forgetDraft, keepDraft, markSent } from "./task-draft.ts";

export type KeptDraft = {
  keeping: Keeping | null;
  /** Whether this browser has it too. */
  here: boolean;
};

/** Keeps a draft in this browser at every key, and on the hub a moment later. */
export function useKeptDraft(taskId: string, key: string, begun: WaitingDraft | null) {
  const client = useQueryClient();
  const { draft, rival } = begun ?? { draft: null, rival: null };
  const [keeping, setKeeping] = useState<Keeping | null>(() => {
    if (rival) return { state: "elsewhere", keptAt: rival.at };
    return draft?.sent && draft.keptAt ? { state: "kept", at: draft.keptAt } : null;
  });
  const [here, setHere] = useState(true);
  const words = useRef<Words | null>(draft && { base: draft.base, changes: changesOf(draft), at: draft.at });
  const made = useRef<DraftSender>(null);
  made.current ??= new DraftSender(
    {
      put: (next) => putDraft(taskId, next),
      remove: (keptAt) => deleteDraft(taskId, keptAt),
      onKeeping: setKeeping,
      onSent: (sent, keptAt) => {
        if (sent) markSent(key, sent.at, keptAt);
        const { queryKey } = draftQuery(taskId);
        void client.cancelQueries({ queryKey });
        client.setQueryData(
          queryKey,
          sent && keptAt ? { base: sent.base, changes: sent.changes, kept_at: keptAt } : null,
        );
      },
    },
    draft?.keptAt ?? null,
    rival !== null,
  );
  const sender = made.current;

  useEffect(() => {
    // What was typed while the hub was away.
    if (draft && !draft.sent && !rival) sender.keep(words.current);
    const flush = () => void sender.flush();
    window.addEventListener("online", flush);
    window.addEventListener("pagehide", flush);
    return () => {
      window.removeEventListener("online", flush);
      window.removeEventListener("pagehide", flush);
      flush();
    };
  }, [sender, draft, rival]);

  return {
    kept: { keeping, here } satisfies KeptDraft,
    /** @param next null when nothing differs any more */
    keep: (next: Omit<Words, "at"> | null) => {
      const at = new Date().toISOString();
      words.current = next && { ...next, at };
      if (next) {
        const { base, changes } = next;
        setHere(keepDraft(key, { base, ...changes, at, keptAt: sender.goesOnFrom, sent: false }));
      } else forgetDraft(key);
      if (keeping?.state === "refused") setKeeping(null);
      sender.keep(words.current);
    },
    goesOnFrom: () => sender.goesOnFrom,
    hold: () => sender.hold(),
    release: () => sender.release(),
    /** It was saved. */
    end: () => {
      sender.end();
      forgetDraft(key);
      client.setQueryData(draftQuery(taskId).queryKey, null);
    },
    /** These words stay, and the ones from elsewhere go. */
    replace: (keptAt: string) => {
      setKeeping(null);
      if (words.current) sender.replace(keptAt, words.current);
    },
  };
}

function changesOf({ content, result }: { content?: string; result?: Words["changes"]["result"] }): Words["changes"] {
  return { ...(content !== undefined && { content }), ...(result && { result }) };
}
