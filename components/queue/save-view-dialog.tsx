"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { saveView, viewsQuery } from "#lib/queries/views.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { ErrorLine } from "../ui/error-state.tsx";
import { Field, Input } from "../ui/field.tsx";

export function SaveViewDialog({ query, onClose }: { query: string; onClose: () => void }) {
  const client = useQueryClient();
  const [name, setName] = useState("");
  const save = useMutation({
    mutationFn: () => saveView({ name: name.trim(), query }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: viewsQuery().queryKey });
      onClose();
    },
  });
  return (
    <Dialog open onClose={onClose} title="Save this view" description="Its filters, search and order, for you alone.">
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        {save.error ? <ErrorLine error={save.error} /> : null}
        <Field id="view-name" label="Name">
          {(aria) => (
            <Input
              {...aria}
              value={name}
              maxLength={80}
              autoComplete="off"
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" busy={save.isPending} disabled={name.trim() === ""}>
            Save view
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
