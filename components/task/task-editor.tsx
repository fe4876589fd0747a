"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { ApiError } from "#lib/api-client.ts";
import { useEditTask } from "#lib/queries/task-actions.ts";
import { type TaskDetail, taskQuery } from "#lib/queries/tasks.ts";
import { ContentEditor } from "../editor/content-editor.tsx";
import { useShortcuts } from "../shell/shortcuts.tsx";
import { Button } from "../ui/button.tsx";
import { ErrorLine } from "../ui/error-state.tsx";
import { notify } from "../ui/toast.ts";
import { changedFields, EditorFields, editableFields } from "./editor-fields.tsx";
import { readDraft, useDraft } from "./use-draft.ts";

/** Writes a new revision. What is typed is kept in this browser until it is saved or thrown away. */
export function TaskEditor({ task, onDone }: { task: TaskDetail; onDone: () => void }) {
  const base = useRef({ etag: task.etag, sha256: task.revision_sha256 });
  const original = { content: task.content ?? "", fields: editableFields(task.result) };
  const draftKey = `draft:${task.task_id}:${base.current.sha256}`;
  const [draft, setDraft] = useState(() => readDraft<typeof original>(draftKey) ?? original);
  const [error, setError] = useState<unknown>(null);
  const edit = useEditTask(task.task_id);
  const client = useQueryClient();
  const forgetDraft = useDraft(draftKey, draft);
  const result = changedFields(original.fields, draft.fields);
  const changed = draft.content !== original.content || result !== null;

  async function save() {
    if (!changed) return onDone();
    setError(null);
    const body = {
      ...(draft.content === original.content ? {} : { content: draft.content }),
      ...(result ? { result } : {}),
    };
    try {
      await edit.mutateAsync({ ...body, etag: base.current.etag }).catch(async (refused: unknown) => {
        const etag = await freshTag(refused);
        if (etag === null) throw refused;
        return edit.mutateAsync({ ...body, etag });
      });
      forgetDraft();
      notify({ text: "Saved as a new revision" });
      onDone();
    } catch (refused) {
      setError(refused);
    }
  }

  /** A comment or an assignment also makes the tag stale; the edit still fits when the text is the one that was read. */
  async function freshTag(refused: unknown): Promise<string | null> {
    if (!(refused instanceof ApiError) || refused.status !== 412) return null;
    const now = await client.fetchQuery({ ...taskQuery(task.task_id), staleTime: 0 });
    return now.revision_sha256 === base.current.sha256 ? now.etag : null;
  }

  function discard() {
    forgetDraft();
    onDone();
  }
  useShortcuts("Editing", [
    { keys: "mod+s", label: "Save as a new revision", run: () => void save(), inFields: true },
    { keys: "escape", label: "Leave; the draft is kept", run: onDone, inFields: true },
  ]);
  return (
    <section aria-label="Edit" className="flex flex-col gap-4 py-4">
      <div className="sticky top-0 z-10 -mx-2 flex flex-wrap items-center gap-2 bg-surface px-2 py-2">
        <h2 className="mr-auto">Edit</h2>
        <Button look="quiet" onClick={discard}>
          {changed ? "Throw away" : "Close"}
        </Button>
        <Button look="primary" shortcut="mod+s" busy={edit.isPending} disabled={!changed} onClick={() => void save()}>
          Save revision
        </Button>
      </div>
      {error ? <ErrorLine error={error} /> : null}
      <EditorFields fields={draft.fields} onChange={(fields) => setDraft({ ...draft, fields })} />
      {task.content === null ? null : (
        <ContentEditor value={draft.content} onChange={(content) => setDraft({ ...draft, content })} />
      )}
    </section>
  );
}
