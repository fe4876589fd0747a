import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import { callApi, callApiWithTag } from "#lib/api-client.ts";
import type { TaskResponse } from "#lib/contract/task-response.ts";
import { type TaskDetail, taskKeys, taskPath } from "./tasks.ts";

export type TaskAction =
  | { verb: "approve"; revision_sha256: string | null; feedback?: string }
  | { verb: "reject"; reason: string; revision_sha256?: string }
  | {
      verb: "regenerate";
      feedback: string;
      from_phase?: string;
      blocks?: string[];
      revision_sha256?: string;
      delay_seconds?: number;
    }
  | { verb: "publish"; publish_at?: string }
  | { verb: "comments"; body: string; anchor?: Record<string, string>; idempotencyKey?: string }
  | { verb: "assign"; user_id: string | null }
  | { verb: "snooze"; until: string | null }
  | { verb: "recall"; reason?: string }
  | { verb: "cancel" | "retry" | "unpublish" | "unapprove" | "pause" | "resume" };

/** Sends one verb; the answer is the whole task after it. */
export async function sendTaskAction(id: string, { verb, ...given }: TaskAction): Promise<TaskResponse> {
  const { idempotencyKey, ...body } = given as typeof given & { idempotencyKey?: string };
  const cleaned = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined && value !== ""));
  // Whoever decides and closes the tab has decided.
  const call = { method: "POST", body: cleaned, idempotencyKey, outlivesPage: true } as const;
  return callApi<TaskResponse>(taskPath(id, `/${verb}`), call);
}

/** The answer is the whole task. */
export function resolveComment(id: string, commentId: string, resolved: boolean): Promise<TaskResponse> {
  return callApi(taskPath(id, `/comments/${encodeURIComponent(commentId)}`), { method: "PATCH", body: { resolved } });
}

/** A rejected task goes back to those who review, as it stands. */
export async function resubmitTask(id: string, reason: string): Promise<void> {
  await callApi(taskPath(id, "/status/validated"), { method: "PUT", body: { status: "awaiting_approval", reason } });
}

export async function editTask(
  id: string,
  edit: {
    content?: string | null;
    result?: Record<string, unknown>;
    title?: string;
    note?: string;
    restore_revision?: number;
    ends_draft?: string;
  },
  etag: string | null,
): Promise<TaskDetail> {
  const call = { method: "PATCH", body: edit, ifMatch: etag } as const;
  const { answer, etag: next } = await callApiWithTag<TaskResponse>(taskPath(id), call);
  return { ...answer, etag: next };
}

/** @param dueAt an instant; null for no date */
export async function setDueDate(id: string, dueAt: string | null, etag: string | null): Promise<TaskDetail> {
  const call = { method: "PATCH", body: { due_at: dueAt }, ifMatch: etag } as const;
  const { answer, etag: next } = await callApiWithTag<TaskResponse>(taskPath(id), call);
  return { ...answer, etag: next };
}

export async function deleteTask(id: string): Promise<void> {
  await callApi(taskPath(id), { method: "DELETE" });
}

/** Everything that shows this task, or a number that it counts in, is asked for again. */
export function refreshTask(client: QueryClient, id: string): void {
  void client.invalidateQueries({ queryKey: taskKeys.detail(id) });
  void client.invalidateQueries({ queryKey: taskKeys.history(id) });
  void client.invalidateQueries({ queryKey: taskKeys.lists });
  void client.invalidateQueries({ queryKey: taskKeys.counts });
}

export function useTaskAction(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (action: TaskAction) => sendTaskAction(id, action),
    onSuccess: (task, action) => {
      client.setQueryData<TaskDetail>(taskKeys.detail(id), (old) =>
        old && Array.isArray((task as { phases?: unknown }).phases) ? { ...old, ...task, etag: null } : old,
      );
      if (action.verb !== "comments") void client.invalidateQueries({ queryKey: taskKeys.counts });
    },
    onSettled: () => refreshTask(client, id),
  });
}

export function useEditTask(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ etag, ...edit }: Parameters<typeof editTask>[1] & { etag: string | null }) =>
      editTask(id, edit, etag),
    onSuccess: (task) => client.setQueryData(taskKeys.detail(id), task),
    onSettled: () => refreshTask(client, id),
  });
}
