"use client";
import { useState } from "react";
import { endOfWork } from "#lib/format/time.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Field, Input } from "../ui/field.tsx";

type Props = { title: string; onChoose: (dueAt: string | null) => void; onClose: () => void };

export function DueDialog({ title, onChoose, onClose }: Props) {
  const [day, setDay] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  return (
    <Dialog open onClose={onClose} title={title}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (day === "") setFault("Pick a day, or take the dates away");
          else onChoose(endOfWork(day));
        }}
      >
        <Field id="bulk-due" label="Due" help="By six in the evening of that day." error={fault}>
          {(aria) => <Input {...aria} type="date" value={day} onChange={(event) => setDay(event.target.value)} />}
        </Field>
        <div className="flex flex-wrap justify-end gap-2">
          <Button look="quiet" onClick={() => onChoose(null)} className="mr-auto">
            No due date
          </Button>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary">
            Set the date
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
