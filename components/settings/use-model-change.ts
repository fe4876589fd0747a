"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ModelChange, modelsQuery, setModels } from "#lib/queries/account-settings.ts";
import { notify, notifyError } from "../ui/toast.ts";

/** Saves one decision about models; tasks made from then on follow it. */
export function useModelChange(what: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: ModelChange) => setModels(change),
    onSuccess: (answer) => {
      client.setQueryData(modelsQuery().queryKey, answer);
      notify({ id: "models", text: `Saved: ${what}` });
    },
    onError: (error) => notifyError(`Not saved: ${what}`, error),
  });
}
