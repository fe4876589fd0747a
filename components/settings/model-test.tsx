"use client";
import { type UseMutationResult, useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { errorMessage } from "#lib/api-client.ts";
import { type ModelTest, testModel } from "#lib/queries/account-settings.ts";
import { Button } from "../ui/button.tsx";
import { Field, Input } from "../ui/field.tsx";
import { FamilyMark } from "../ui/status-mark.tsx";

type Trial = UseMutationResult<ModelTest, Error, string>;

export function useModelTest(): Trial {
  return useMutation({ mutationFn: testModel });
}

/** What came of the last try. */
export function TrialResult({ trial }: { trial: Trial }) {
  const { data, error, isPending, variables } = trial;
  if (isPending) {
    return (
      <p role="status" className="text-small text-ink-soft">
        Asking {variables}…
      </p>
    );
  }
  if (error) {
    return (
      <p role="status" className="text-small text-bad">
        {errorMessage(error)}
      </p>
    );
  }
  if (!data) return null;
  return (
    <p role="status" className="flex items-baseline gap-2 text-small text-ink-soft">
      <FamilyMark family={data.ok ? "good" : "bad"} className="self-center" />
      <span>
        <span className="sr-only">{data.ok ? "Works: " : "Does not work: "}</span>
        {data.message} {data.seconds > 0 ? <span className="tabular">{data.seconds.toFixed(1)} s</span> : null}
      </span>
    </p>
  );
}

/** For models that no list knows, such as those of one's own server. */
export function TestAnyModel() {
  const trial = useModelTest();
  const [model, setModel] = useState("");
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        trial.mutate(model.trim());
      }}
    >
      <div className="grid items-end gap-3 sm:grid-cols-[1fr_auto]">
        <Field id="test-model" label="Test another model">
          {(aria) => (
            <Input
              {...aria}
              value={model}
              placeholder="provider/model, or one of the names below"
              autoComplete="off"
              className="font-mono text-small!"
              onChange={(event) => setModel(event.target.value)}
            />
          )}
        </Field>
        <Button type="submit" busy={trial.isPending} disabled={model.trim() === ""}>
          Test
        </Button>
      </div>
      <TrialResult trial={trial} />
    </form>
  );
}
