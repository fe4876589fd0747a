"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { JsonObject } from "#lib/contract/json.ts";
import { editTask, refreshTask } from "#lib/queries/task-actions.ts";
import { revisionQuery, type TaskDetail, taskQuery } from "#lib/queries/tasks.ts";
import { Button } from "../ui/button.tsx";
import { notify, notifyError } from "../ui/toast.ts";

/** Makes an earlier revision's words the newest one; nothing in between is lost. */
export function RestoreRevision({ taskId, number }: { taskId: string; number: number }) {
  const client = useQueryClient();
  const restore = useMutation({
    mutationFn: async (): Promise<TaskDetail> => {
      const [old, now] = await Promise.all([
        client.fetchQuery(revisionQuery(taskId, number)),
        client.fetchQuery({ ...taskQuery(taskId), staleTime: 0 }),
      ]);
      const edit = { content: old.content, result: patchTo(old.result, now.result), note: `Revision ${number} again` };
      return editTask(taskId, edit, now.etag);
    },
    onSuccess: (task) => {
      client.setQueryData(taskQuery(taskId).queryKey, task);
      notify({ text: `Revision ${number} is the newest again` });
    },
    onError: (error) => notifyError(`Revision ${number} was not restored`, error),
    onSettled: () => refreshTask(client, taskId),
  });
  return (
    <Button size="small" look="quiet" busy={restore.isPending} onClick={() => restore.mutate()}>
      Restore<span className="sr-only"> revision {number}</span>
    </Button>
  );
}

/** The merge patch (RFC 7386) that turns one result into another: null for what only the present one has. */
function patchTo(wanted: JsonObject, present: JsonObject | null): JsonObject {
  const gone = Object.keys(present ?? {}).filter((name) => !(name in wanted));
  return { ...wanted, ...Object.fromEntries(gone.map((name) => [name, null])) };
}
