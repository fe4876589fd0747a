"use client";
import { useState } from "react";
import type { TaskDetail } from "#lib/queries/tasks.ts";
import { useShortcuts } from "../shell/shortcuts.tsx";
import { Button } from "../ui/button.tsx";
import { ErrorLine } from "../ui/error-state.tsx";
import { notify } from "../ui/toast.ts";
import { type BlockPlace, replaceBlock } from "./block-places.ts";
import { ContentEditor } from "./content-editor.tsx";
import { DraftNote } from "./draft-note.tsx";
import { DraftRival } from "./draft-rival.tsx";
import { taskPictures } from "./task-pictures.ts";
import { useTaskEdit } from "./use-task-edit.ts";

type Props = {
  task: TaskDetail;
  place: BlockPlace;
  onClose: () => void;
  /** Goes on in the whole editor. */
  onEdit: () => void;
};

/** One block, edited in its place; nothing else of the text is touched. */
export function BlockForm({ task, place, onClose, onEdit }: Props) {
  const edit = useTaskEdit(task, null);
  const { keeping } = edit.kept;
  const [original] = useState(task.content ?? "");
  const [block, setBlock] = useState(original.slice(place.from, place.to));

  function write(next: string) {
    setBlock(next);
    edit.write({ ...edit.version, content: replaceBlock(original, place, next) });
  }
  async function save() {
    if (!edit.changes) return onClose();
    if (!(await edit.save())) return;
    notify({ text: "Saved as a new revision" });
    onClose();
  }
  function discard() {
    void edit.discard();
    onClose();
  }
  useShortcuts("Editing a block", [
    { keys: "mod+s", label: "Save as a new revision", run: () => void save(), inFields: true },
    { keys: "mod+enter", label: "Save as a new revision", run: () => void save(), inFields: true },
    { keys: "escape", label: "Leave; the draft is kept", run: onClose, inFields: true },
  ]);
  return (
    <section
      aria-label="Edit this block"
      className="my-4 flex flex-col gap-2 rounded-md border border-line bg-surface p-3 font-sans text-body"
    >
      <ContentEditor
        taskId={task.task_id}
        value={block}
        onChange={write}
        label="This block"
        pictures={taskPictures(task.result ?? {}, task.content)}
        compact
        focus
      />
      {keeping?.state === "elsewhere" ? (
        <DraftRival keptAt={keeping.keptAt} onTake={onEdit} onKeep={() => edit.keepMine(keeping.keptAt)} />
      ) : null}
      {edit.error ? <ErrorLine error={edit.error} /> : null}
      <div className="flex flex-wrap items-center gap-2">
        <div className="mr-auto">
          <DraftNote changed={edit.changes !== null} kept={edit.kept} />
        </div>
        <Button look="quiet" onClick={discard}>
          {edit.changes ? "Throw away" : "Close"}
        </Button>
        <Button look="primary" shortcut="mod+s" busy={edit.saving} disabled={!edit.changes} onClick={() => void save()}>
          Save block
        </Button>
      </div>
    </section>
  );
}
