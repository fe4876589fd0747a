"use client";
import { useState } from "react";
import { exactTime } from "#lib/format/time.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Field, Input } from "../ui/field.tsx";
import { snoozeTimes } from "./snooze-times.ts";

type Props = { title: string; onClose: () => void; onSnooze: (until: string) => void };

/** A number chooses a time and snoozes until then; any other time is picked below. */
export function SnoozeDialog({ title, onClose, onSnooze }: Props) {
  const [times] = useState(() => snoozeTimes(new Date()));
  const [picked, setPicked] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  function sendPicked() {
    const at = Date.parse(picked);
    if (Number.isNaN(at)) return setFault("Pick a day and a time");
    if (at <= Date.now()) return setFault("Pick a time that is still to come");
    onSnooze(new Date(at).toISOString());
  }
  return (
    <Dialog open onClose={onClose} title="Snooze" description={title}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          sendPicked();
        }}
        onKeyDown={(event) => {
          const time = times[Number(event.key) - 1];
          if (!time || (event.target as HTMLElement).id === "snooze-picked") return;
          event.preventDefault();
          onSnooze(time.at.toISOString());
        }}
      >
        <ul className="flex flex-col">
          {times.map(({ label, at }, index) => (
            <li key={label}>
              <button
                type="button"
                aria-keyshortcuts={String(index + 1)}
                onClick={() => onSnooze(at.toISOString())}
                className="-mx-2 flex h-9 w-[calc(100%+16px)] items-center gap-3 rounded-md px-2 text-left hover:bg-hover max-sm:h-11"
              >
                {label}
                <span className="tabular ml-auto text-ink-faint">{exactTime(at.toISOString())}</span>
                <span aria-hidden="true" className="tabular w-3 text-small text-ink-faint">
                  {index + 1}
                </span>
              </button>
            </li>
          ))}
        </ul>
        <Field
          id="snooze-picked"
          label="Another time"
          help="It is off everyone's desk until then, or until something happens to it."
          error={fault}
        >
          {(aria) => (
            <Input {...aria} type="datetime-local" value={picked} onChange={(event) => setPicked(event.target.value)} />
          )}
        </Field>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary">
            Snooze
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
