"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { editTask, refreshTask } from "#lib/queries/task-actions.ts";
import { type TaskDetail, taskQuery } from "#lib/queries/tasks.ts";
import { Button } from "../ui/button.tsx";
import { notify, notifyError } from "../ui/toast.ts";

/** Makes an earlier revision's words the newest one; nothing in between is lost. */
export function RestoreRevision({ taskId, number }: { taskId: string; number: number }) {
  const client = useQueryClient();
  const restore = useMutation({
    mutationFn: async (): Promise<TaskDetail> => {
      const now = await client.fetchQuery({ ...taskQuery(taskId), staleTime: 0 });
      return editTask(taskId, { restore_revision: number }, now.etag);
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
