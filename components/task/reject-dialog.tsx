"use client";
import { useState } from "react";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Field, TextArea } from "../ui/field.tsx";
import { useWords } from "./decision-words.ts";

/** The usual reasons, each under its number. */
const rejectReasons = [
  "Facts are wrong or cannot be checked",
  "Sources are missing or weak",
  "Not what was asked for",
  "Tone or style does not fit",
  "Repeats what we have already",
  "Legal or brand risk",
] as const;

type Props = {
  title: string;
  /** The one task that it is about, if it is one. */
  taskId?: string;
  onClose: () => void;
  onReject: (reason: string) => void;
};

/** A number chooses a reason and Enter sends it; words can be added or stand alone. */
export function RejectDialog({ title, taskId, onClose, onReject }: Props) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [words, setWords] = useWords("reject", taskId ?? null);
  const [missing, setMissing] = useState(false);
  function send(reason: string | null = chosen) {
    const text = [reason, words.trim()].filter(Boolean).join(". ");
    if (text === "") return setMissing(true);
    onReject(text);
  }
  return (
    <Dialog open onClose={onClose} title="Reject" description={title}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
        onKeyDown={(event) => {
          const reason = rejectReasons[Number(event.key) - 1];
          const typing = event.target instanceof HTMLTextAreaElement;
          if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) {
            // The browser would send the form a second time from some fields.
            event.preventDefault();
            if (!event.repeat) send();
          } else if (reason && !typing) {
            event.preventDefault();
            setChosen(reason);
            event.currentTarget.querySelectorAll<HTMLInputElement>("[name=reason]")[Number(event.key) - 1]?.focus();
          }
        }}
      >
        <fieldset>
          <legend className="mb-1 font-strong">Reason</legend>
          {rejectReasons.map((reason, index) => (
            <label
              key={reason}
              className="-mx-2 flex h-9 items-center gap-3 rounded-md px-2 hover:bg-hover has-checked:bg-hover max-sm:h-11"
            >
              <input
                type="radio"
                name="reason"
                autoFocus={index === 0}
                className="accent-accent-fill"
                checked={chosen === reason}
                onChange={() => setChosen(reason)}
              />
              {reason}
              <span aria-hidden="true" className="tabular ml-auto text-small text-ink-faint">
                {index + 1}
              </span>
            </label>
          ))}
        </fieldset>
        <Field
          id="reject-words"
          label="In your words"
          required={false}
          error={missing ? "Choose a reason or write one" : null}
        >
          {(aria) => <TextArea {...aria} value={words} onChange={(event) => setWords(event.target.value)} />}
        </Field>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="danger" shortcut="mod+enter">
            Reject
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
