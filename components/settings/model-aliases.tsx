"use client";
import { X } from "lucide-react";
import { useState } from "react";
import type { Models } from "#lib/queries/account-settings.ts";
import { useCan } from "../shell/session-context.tsx";
import { Button, IconButton } from "../ui/button.tsx";
import { Field, Input } from "../ui/field.tsx";
import { Section } from "./section.tsx";
import { useModelChange } from "./use-model-change.ts";

/** Names that producers send, and the model that each one means here. */
export function ModelAliases({ models }: { models: Models }) {
  const mayChange = useCan("account:admin");
  const save = useModelChange("the names");
  const names = Object.entries(models.model_aliases);
  function forget(name: string) {
    save.mutate({ model_aliases: Object.fromEntries(names.filter(([other]) => other !== name)) });
  }
  return (
    <Section
      title="Names of models"
      text="A client that asks for one of these names gets the model beside it, so that a model can change without its clients."
    >
      {names.length === 0 ? (
        <p className="text-ink-faint">No names yet.</p>
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {names.map(([name, model]) => (
            <li key={name} className="flex min-h-10 items-center gap-3">
              <code className="font-mono text-small">{name}</code>
              <span aria-hidden="true" className="text-ink-faint">
                →
              </span>
              <code className="mr-auto font-mono text-small text-ink-soft">{model}</code>
              {mayChange ? (
                <IconButton label={`Forget ${name}`} onClick={() => forget(name)} disabled={save.isPending}>
                  <X className="size-4" aria-hidden />
                </IconButton>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {mayChange ? (
        <AddAlias
          busy={save.isPending}
          onAdd={(name, model) => save.mutateAsync({ model_aliases: { ...models.model_aliases, [name]: model } })}
        />
      ) : null}
    </Section>
  );
}

function AddAlias({ busy, onAdd }: { busy: boolean; onAdd: (name: string, model: string) => Promise<unknown> }) {
  const [name, setName] = useState("");
  const [model, setModel] = useState("");
  return (
    <form
      className="grid items-end gap-3 sm:grid-cols-[1fr_1fr_auto]"
      onSubmit={(event) => {
        event.preventDefault();
        onAdd(name.trim(), model.trim()).then(
          () => {
            setName("");
            setModel("");
          },
          // What went wrong was said, and what was typed stays.
          () => {},
        );
      }}
    >
      <Field id="alias-name" label="Name">
        {(aria) => (
          <Input {...aria} value={name} autoComplete="off" onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
      <Field id="alias-model" label="Model">
        {(aria) => (
          <Input
            {...aria}
            value={model}
            placeholder="provider/model"
            autoComplete="off"
            onChange={(event) => setModel(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" busy={busy} disabled={name.trim() === "" || model.trim() === ""}>
        Add name
      </Button>
    </form>
  );
}
