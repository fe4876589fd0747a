import type { QueryClient } from "@tanstack/react-query";
import { deleteDraft, draftQuery } from "#lib/queries/drafts.ts";
import { notifyError } from "../ui/toast.ts";
import { forgetDraft } from "./task-draft.ts";

/** @param keptAt of the hub's draft that is meant; null when it has none */
export async function throwDraftAway(client: QueryClient, taskId: string, key: string, keptAt: string | null) {
  forgetDraft(key);
  const { queryKey } = draftQuery(taskId);
  await client.cancelQueries({ queryKey });
  client.setQueryData(queryKey, null);
  if (keptAt === null) return;
  try {
    await deleteDraft(taskId, keptAt);
  } catch (error) {
    notifyError("The draft on the hub was not thrown away", error);
    void client.invalidateQueries({ queryKey });
  }
}
