import { callApi } from "#lib/api-client.ts";
import type { Priority, TaskStatus } from "#lib/contract/status.ts";
import type { TaskListItem } from "#lib/contract/task-response.ts";
import { type TaskFilters, type TaskPage, withoutText } from "./tasks.ts";

export type BulkVerb = "approve" | "reject" | "retry" | "cancel" | "assign" | "priority" | "due" | "delete";

/** What a verb needs to know of a task. */
export type BulkItem = Pick<TaskListItem, "task_id" | "title" | "state" | "revision_sha256">;
export type BulkOptions = {
  reason?: string;
  userId?: string | null;
  priority?: Priority;
  /** An instant; null for no date. */
  dueAt?: string | null;
  /** The batch's own: sent again, it has the first answer again. */
  key?: string;
};
export type BulkOutcome = {
  item: BulkItem;
  error: string | null;
  /** Of what is done, what is still missing. */
  remark?: string | null;
};

/** As many as one request of the bulk routes takes. */
export const bulkSize = 100;

const waitingForReview: readonly TaskStatus[] = ["awaiting_approval"];
const allowedFrom: Partial<Record<BulkVerb, readonly TaskStatus[]>> = {
  approve: waitingForReview,
  reject: waitingForReview,
  cancel: ["pending", "queued", "on_hold", "generating", "awaiting_approval", "rejected"],
  retry: ["failed"],
};

/** Those that the verb can apply to as they stand. */
export function fitting<Item extends BulkItem>(verb: BulkVerb, items: readonly Item[]): Item[] {
  const from = allowedFrom[verb];
  return from ? items.filter((item) => from.includes(item.state)) : [...items];
}

/** Every task that the filters find, up to `most`. @param onFound how many are known so far */
export async function collectMatching(
  filters: TaskFilters,
  most: number,
  onFound: (found: number) => void,
): Promise<BulkItem[]> {
  const items: BulkItem[] = [];
  let cursor: string | null = null;
  do {
    const page: TaskPage = await callApi<TaskPage>("/api/tasks", {
      query: { ...filters, ...withoutText, limit: bulkSize, cursor },
    });
    items.push(
      ...page.tasks.map(({ task_id, title, state, revision_sha256 }) => ({ task_id, title, state, revision_sha256 })),
    );
    onFound(items.length);
    cursor = page.next_cursor;
  } while (cursor !== null && items.length < most);
  return items.slice(0, most);
}

/** One hundred at most, with what came of each. @throws ApiError when the request as a whole failed */
export function runBatch(verb: BulkVerb, items: readonly BulkItem[], options: BulkOptions): Promise<BulkOutcome[]> {
  if (verb === "approve" || verb === "reject") return review(verb, items, options);
  const body = { task_ids: idsOf(items), ...chosenOf(verb, options) };
  return post(items, `/api/tasks/bulk-${verb}`, body, options.key);
}

/** What somebody chose for all of them. */
function chosenOf(verb: BulkVerb, { userId = null, priority, dueAt = null }: BulkOptions) {
  if (verb === "assign") return { user_id: userId };
  if (verb === "due") return { due_at: dueAt };
  return verb === "priority" ? { priority } : {};
}

async function review(verb: "approve" | "reject", items: readonly BulkItem[], { reason, key }: BulkOptions) {
  const read = items.filter((item) => item.revision_sha256 !== null);
  const unread = items.filter((item) => item.revision_sha256 === null);
  const body = {
    items: read.map((item) => ({ task_id: item.task_id, revision_sha256: item.revision_sha256 })),
    decision: verb === "approve" ? "approved" : "rejected",
    ...(reason ? { reason } : {}),
  };
  const decided = await post(read, "/api/tasks/bulk-review", body, key);
  return [...decided, ...unread.map((item) => ({ item, error: "There is no revision to decide on." }))];
}

type Answer = { details: { task_id: string; status: "done" | "failed" | "not_found"; reason: string | null }[] };

async function post(
  items: readonly BulkItem[],
  path: string,
  body: unknown,
  idempotencyKey?: string,
): Promise<BulkOutcome[]> {
  if (items.length === 0) return [];
  const { details } = await callApi<Answer>(path, { method: "POST", body, idempotencyKey });
  const byId = new Map(details.map((detail) => [detail.task_id, detail]));
  return items.map((item) => {
    const detail = byId.get(item.task_id);
    if (detail?.status === "done") return { item, error: null, remark: detail.reason };
    return { item, error: detail?.reason ?? "Nothing was said of it." };
  });
}

/** Takes approvals back. @returns how many */
export async function takeBack(items: readonly BulkItem[]): Promise<number> {
  let back = 0;
  for (let at = 0; at < items.length; at += bulkSize) {
    const batch = items.slice(at, at + bulkSize);
    const outcomes = await post(batch, "/api/tasks/bulk-unapprove", { task_ids: idsOf(batch) });
    back += outcomes.filter((outcome) => outcome.error === null).length;
  }
  return back;
}

function idsOf(items: readonly BulkItem[]): string[] {
  return items.map((item) => item.task_id);
}
