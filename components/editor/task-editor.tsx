"use client";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useId, useMemo, useRef, useState } from "react";
import type { TaskDetail } from "#lib/queries/tasks.ts";
import { findEditForm } from "#task-types/edit-forms.ts";
import { useSession } from "../shell/session-context.tsx";
import { useShortcuts } from "../shell/shortcuts.tsx";
import { Button } from "../ui/button.tsx";
import { ErrorLine, ErrorState } from "../ui/error-state.tsx";
import { Input } from "../ui/field.tsx";
import { SkeletonLines } from "../ui/skeleton.tsx";
import { notify } from "../ui/toast.ts";
import type { WaitingDraft } from "./choose-draft.ts";
import { ConflictPanel } from "./conflict-panel.tsx";
import { ContentEditor } from "./content-editor.tsx";
import { DraftNote } from "./draft-note.tsx";
import { DraftRival } from "./draft-rival.tsx";
import { errorsByPath, sentence } from "./edit-errors.ts";
import { FieldsEditor } from "./fields/field-editor.tsx";
import { FormProvider } from "./fields/form-context.ts";
import { taskPictures } from "./task-pictures.ts";
import { useBegunDraft } from "./use-begun-draft.ts";
import { useTaskEdit, type Version } from "./use-task-edit.ts";

type Props = { task: TaskDetail; onDone: () => void };

/** Writes a new revision: fields with the controls that fit them, the text as it reads or as source. */
export function TaskEditor({ task, onDone }: Props) {
  const form = useQuery({
    queryKey: ["edit-form", task.task_type],
    queryFn: () => findEditForm(task.task_type),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const { begun, round, takeRival } = useBegunDraft(task.task_id);
  if (form.error) return <ErrorState error={form.error} what="The editor could not be loaded" />;
  if (!form.data || begun === undefined) return <SkeletonLines lines={8} />;
  return (
    <LoadedEditor key={round} task={task} form={form.data} begun={begun} onTakeRival={takeRival} onDone={onDone} />
  );
}

const firstField = "input:not([type=hidden]), textarea, [contenteditable=true]";

type LoadedProps = Props & {
  form: Awaited<ReturnType<typeof findEditForm>>;
  begun: WaitingDraft | null;
  onTakeRival: () => void;
};

function LoadedEditor({ task, form, begun, onTakeRival, onDone }: LoadedProps) {
  const edit = useTaskEdit(task, begun);
  const { version, stale, changes } = edit;
  const { account } = useSession();
  const [attempted, setAttempted] = useState(false);
  const [note, setNote] = useState("");
  const [round, setRound] = useState(0);
  const section = useRef<HTMLElement>(null);
  const noteId = useId();
  const faults = form.check?.(version.result) ?? [];
  const errors = errorsByPath(edit.error);
  if (attempted) for (const { path, message } of faults) errors.set(`result.${path}`, sentence(message));
  const pictures = useMemo(() => taskPictures(task.result ?? {}, task.content), [task.result, task.content]);

  async function save() {
    setAttempted(true);
    if (faults.length > 0 || stale) return showFirstFault();
    if (await edit.save(note)) {
      if (changes) notify({ text: "Saved as a new revision" });
      return onDone();
    }
    showFirstFault();
  }
  function showFirstFault() {
    // The faults are on the screen only after this event.
    requestAnimationFrame(() =>
      section.current?.querySelector<HTMLElement>("[role=alert], [aria-invalid]")?.scrollIntoView({ block: "center" }),
    );
  }
  function discard() {
    void edit.discard();
    onDone();
  }
  function takeMerged(merged: Version) {
    edit.rebase(merged);
    setRound(round + 1);
  }
  useShortcuts("Editing", [
    { keys: "mod+s", label: "Save as a new revision", run: () => void save(), inFields: true },
    { keys: "escape", label: "Leave; the draft is kept", run: onDone, inFields: true },
  ]);
  const { keeping } = edit.kept;
  const Preview = form.preview;
  // Whoever came by key writes at once; on a touch screen the keyboard would cover what is to be read first.
  useEffect(() => {
    if (document.activeElement !== document.body || !window.matchMedia("(pointer: fine)").matches) return;
    section.current?.querySelector<HTMLElement>(firstField)?.focus({ preventScroll: true });
  }, []);
  const hasText = version.content !== null;
  const isLead = ({ name }: { name: string }) => hasText && name === "title";
  const fields = (shown: typeof form.fields) =>
    shown.length === 0 ? null : (
      <FieldsEditor
        fields={shown}
        value={version.result}
        onChange={(result) => edit.write({ ...version, result })}
        path="result"
      />
    );
  return (
    <section ref={section} aria-label="Edit" className="flex flex-col gap-4 py-4">
      <div className="sticky top-0 z-10 -mx-2 flex flex-wrap items-center gap-2 bg-surface px-2 py-2">
        <h2>Edit</h2>
        <div className="mr-auto">
          <DraftNote changed={changes !== null} kept={edit.kept} />
        </div>
        <Button look="quiet" onClick={discard}>
          {changes ? "Throw away" : "Close"}
        </Button>
        <Button
          look="primary"
          shortcut="mod+s"
          busy={edit.saving}
          disabled={!changes || stale || keeping?.state === "elsewhere"}
          onClick={() => void save()}
        >
          Save revision
        </Button>
      </div>
      {keeping?.state === "elsewhere" ? (
        <DraftRival keptAt={keeping.keptAt} onTake={onTakeRival} onKeep={() => edit.keepMine(keeping.keptAt)} />
      ) : null}
      {stale ? (
        <ConflictPanel
          task={task}
          baseRevision={edit.base.revision}
          mine={version}
          onMerge={takeMerged}
          onDiscard={discard}
        />
      ) : null}
      {edit.error && !stale ? <ErrorLine error={edit.error} /> : null}
      {attempted && faults.length > 0 ? (
        <p role="alert" className="text-bad">
          {faults.length === 1 ? "One field needs a look." : `${faults.length} fields need a look.`}
        </p>
      ) : null}
      {form.note ? <p className="rounded-md bg-hover px-3 py-2">{form.note}</p> : null}
      {form.fields.length === 0 && task.content === null ? (
        <p className="text-ink-soft">
          There are no words in this result that could be edited. Send it back to change it.
        </p>
      ) : null}
      <FormProvider key={round} value={{ errors, publisher: account.name, pictures, taskId: task.task_id }}>
        {Preview ? (
          <div inert>
            <Preview value={version.result} publisher={account.name} />
          </div>
        ) : null}
        {fields(form.fields.filter(isLead))}
        {version.content === null ? null : (
          <ContentEditor
            taskId={task.task_id}
            value={version.content}
            onChange={(content) => edit.write({ ...version, content })}
            pictures={pictures}
          />
        )}
        {fields(form.fields.filter((field) => !isLead(field)))}
      </FormProvider>
      <div className="flex flex-col gap-1">
        <label htmlFor={noteId} className="font-strong">
          Note <span className="font-normal text-small text-ink-faint">why, for the list of revisions; optional</span>
        </label>
        <Input id={noteId} value={note} maxLength={2000} onChange={(event) => setNote(event.target.value)} />
      </div>
    </section>
  );
}
