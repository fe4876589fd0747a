"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { membersQuery } from "#lib/queries/settings.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Field, Select } from "../ui/field.tsx";

type Props = { title: string; onAssign: (userId: string | null) => void; onClose: () => void };

export function AssignDialog({ title, onAssign, onClose }: Props) {
  const { data: members } = useQuery(membersQuery());
  const [chosen, setChosen] = useState("");
  return (
    <Dialog open onClose={onClose} title={title}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          onAssign(chosen || null);
        }}
      >
        <Field id="assign-to" label="Assigned to">
          {(aria) => (
            <Select {...aria} value={chosen} onChange={(event) => setChosen(event.target.value)}>
              <option value="">Nobody</option>
              {members?.map((member) => (
                <option key={member.id} value={member.id}>
                  {member.name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary">
            Assign
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
