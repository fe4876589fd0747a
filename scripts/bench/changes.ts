import type { TaskListItem } from "#lib/contract/task-response.ts";
import type { HubClient } from "#scripts/gallery/hub-client.ts";

/** Milliseconds that a verb on a hundred tasks may take, and the queueing of a thousand. */
const limitMs = 1_000;
const many = 100;

/** How long a hundred tasks take by each bulk verb, and a thousand to be queued; each on tasks of its own. */
export async function measureChanges(admin: HubClient, me: string): Promise<void> {
  const waiting = await page(admin, "awaiting_approval");
  const task_ids = idsOf(waiting);
  const items = waiting.map(({ task_id, revision_sha256 }) => ({ task_id, revision_sha256 }));
  await measure(admin, "bulk-priority", { task_ids, priority: "high" });
  await measure(admin, "bulk-assign", { task_ids, user_id: me });
  await measure(admin, "bulk-due", { task_ids, due_at: new Date(Date.now() + 7 * 24 * 3600_000).toISOString() });
  await measure(admin, "bulk-review", { items, decision: "approved" });
  await measure(admin, "bulk-unapprove", { task_ids });
  await measure(admin, "bulk-review", { items, decision: "rejected", reason: "Of the bench" });
  await measure(admin, "bulk-cancel", { task_ids });
  await measure(admin, "bulk-delete", { task_ids });
  // What comes now, the worker runs meanwhile.
  await measure(admin, "bulk", { tasks: Array.from({ length: many }, newTask) });
  await measure(admin, "bulk-retry", { task_ids: idsOf(await page(admin, "failed")) });
  await measure(admin, "bulk-regenerate", { task_ids: idsOf(await page(admin, "completed")), reason: "Of the bench" });
  await measure(admin, "requeue-pending", {});
}

const newTask = () => ({ task_type: "text_generation", model_name: "builtin/writer", input_data: { prompt: "Hello" } });

async function page(admin: HubClient, status: string): Promise<TaskListItem[]> {
  const path = `/api/tasks?status=${status}&limit=${many}&sort_order=asc`;
  return (await admin.get<{ tasks: TaskListItem[] }>(path)).tasks;
}

function idsOf(tasks: TaskListItem[]): string[] {
  return tasks.map(({ task_id }) => task_id);
}

async function measure(admin: HubClient, verb: string, body: object): Promise<void> {
  const startedAt = performance.now();
  const answer = await admin.post<Record<string, unknown>>(`/api/tasks/${verb}`, body);
  const ms = performance.now() - startedAt;
  if (ms > limitMs) process.exitCode = 1;
  const verdict = ms > limitMs ? `   over ${limitMs} ms` : "";
  const outcome = Array.isArray(answer) ? `${answer.length} made` : answer.message;
  console.log(`${verb.padEnd(46)} ${ms.toFixed(0).padStart(6)} ms   ${outcome}${verdict}`);
}
