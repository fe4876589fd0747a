"use client";
import type { Models } from "#lib/queries/account-settings.ts";
import { useCan } from "../shell/session-context.tsx";
import { Checkbox } from "../ui/field.tsx";
import { Section } from "./section.tsx";
import { useModelChange } from "./use-model-change.ts";

export function Substitution({ models }: { models: Models }) {
  const mayChange = useCan("account:admin");
  const save = useModelChange("substitution");
  const on = save.isPending ? save.variables.allow_substitution : models.allow_substitution;
  return (
    <Section
      title="Substitution"
      text="When the model that was asked for cannot be had. A task made so is marked as degraded and never goes out without a person."
    >
      <Checkbox
        label="A built-in model may stand in"
        checked={on ?? false}
        disabled={!mayChange || save.isPending}
        onChange={(event) => save.mutate({ allow_substitution: event.target.checked })}
      />
    </Section>
  );
}
