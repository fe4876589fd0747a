"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { ApiError } from "#lib/api-client.ts";
import type { JsonObject } from "#lib/contract/json.ts";
import { useEditTask } from "#lib/queries/task-actions.ts";
import { type TaskDetail, taskQuery } from "#lib/queries/tasks.ts";
import { useSession } from "../shell/session-context.tsx";
import type { WaitingDraft } from "./choose-draft.ts";
import { sameJson, withoutSignatures } from "./same-json.ts";
import { draftKey, type TaskDraft } from "./task-draft.ts";
import { throwDraftAway } from "./throw-draft-away.ts";
import { useKeptDraft } from "./use-kept-draft.ts";

export type Version = { content: string | null; result: JsonObject };

/** One person's edit of a task: kept as a draft while it is typed, saved as a revision of the one that it began with. */
export function useTaskEdit(task: TaskDetail, begun: WaitingDraft | null) {
  const { user } = useSession();
  const key = draftKey(user.id, task.task_id);
  const client = useQueryClient();
  const edit = useEditTask(task.task_id);
  const start = useRef<{ base: TaskDraft["base"]; original: Version; kept: TaskDraft | null }>(null);
  start.current ??= begin(task, begun?.draft ?? null);
  const [base, setBase] = useState(start.current.base);
  const [original, setOriginal] = useState(start.current.original);
  const [version, setVersion] = useState(() => withDraft(original, start.current?.kept ?? null));
  const [error, setError] = useState<unknown>(null);
  const draft = useKeptDraft(task.task_id, key, begun);
  const changes = changesOf(original, version);
  const stale = task.revision_sha256 !== base.sha256;

  function write(next: Version, from = { base, original }) {
    setVersion(next);
    const changed = changesOf(from.original, next);
    draft.keep(changed && { base: from.base, changes: changed });
  }

  /** @returns whether it was saved */
  async function save(note = ""): Promise<boolean> {
    if (!changes) return true;
    if (draft.kept.keeping?.state === "elsewhere") return false;
    setError(null);
    await draft.hold();
    try {
      // A comment or an assignment also makes the tag stale; the edit still fits when the text is the one that was read.
      const now = await client.fetchQuery({ ...taskQuery(task.task_id), staleTime: 0 });
      if (now.revision_sha256 !== base.sha256) return false;
      const keptAt = draft.goesOnFrom();
      await edit.mutateAsync({
        ...changes,
        ...(note.trim() && { note: note.trim() }),
        ...(keptAt && { ends_draft: keptAt }),
        etag: now.etag,
      });
      draft.end();
      return true;
    } catch (refused) {
      if (refused instanceof ApiError && refused.status === 412) void client.invalidateQueries(taskQuery(task.task_id));
      setError(refused);
      return false;
    } finally {
      draft.release();
    }
  }

  return {
    version,
    write,
    save,
    /** What would be sent; null when nothing differs. */
    changes,
    base,
    /** Another revision than the one that was edited is the newest by now. */
    stale,
    error,
    saving: edit.isPending,
    kept: draft.kept,
    /** Of two drafts, this one stays. */
    keepMine: draft.replace,
    discard: async () => {
      await draft.hold();
      const keptAt = draft.goesOnFrom();
      draft.end();
      await throwDraftAway(client, task.task_id, key, keptAt);
    },
    /** Goes on from the newest revision with what two edits came to. */
    rebase: (merged: Version) => {
      const next = begin(task, null);
      setBase(next.base);
      setOriginal(next.original);
      setError(null);
      write(merged, next);
    },
  };
}

function begin(task: TaskDetail, kept: TaskDraft | null) {
  const now = { revision: task.revision?.number ?? 0, sha256: task.revision_sha256 ?? "" };
  return { base: kept?.base ?? now, original: { content: task.content, result: task.result ?? {} }, kept };
}

function withDraft(original: Version, draft: TaskDraft | null): Version {
  return {
    content: draft?.content ?? original.content,
    result: { ...original.result, ...draft?.result },
  };
}

function changesOf(before: Version, after: Version): { content?: string; result?: JsonObject } | null {
  const names = Object.keys(after.result).filter((name) => !sameJson(before.result[name], after.result[name]));
  const content = after.content ?? "";
  const changes = {
    ...(withoutSignatures(content) === withoutSignatures(before.content ?? "") ? {} : { content }),
    ...(names.length > 0
      ? { result: Object.fromEntries(names.map((name) => [name, after.result[name] ?? null])) }
      : {}),
  };
  return Object.keys(changes).length > 0 ? changes : null;
}
