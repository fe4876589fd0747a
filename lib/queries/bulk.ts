import { ApiError, callApi, errorMessage } from "#lib/api-client.ts";
import type { TaskStatus } from "#lib/contract/status.ts";
import type { TaskListItem } from "#lib/contract/task-response.ts";
import { sendTaskAction, type TaskAction } from "./task-actions.ts";
import type { TaskFilters, TaskPage } from "./tasks.ts";

export type BulkVerb = "approve" | "reject" | "retry" | "cancel" | "assign" | "delete";

/** What a verb needs to know of a task. */
export type BulkItem = Pick<TaskListItem, "task_id" | "title" | "state" | "revision_sha256">;
export type BulkOptions = {
  reason?: string;
  userId?: string | null;
  /** The batch's own: sent again, it has the first answer again. */
  key?: string;
};
export type BulkOutcome = { item: BulkItem; error: string | null };

/** As many as one request of the bulk routes takes. */
export const bulkSize = 100;
const lanes = 4;

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
    const page: TaskPage = await callApi<TaskPage>("/api/tasks", { query: { ...filters, limit: bulkSize, cursor } });
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
  if (verb === "cancel" || verb === "delete") {
    return post(items, `/api/tasks/bulk-${verb}`, { task_ids: items.map((item) => item.task_id) }, options.key);
  }
  return oneByOne(items, verb === "assign" ? { verb, user_id: options.userId ?? null } : { verb });
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
    if (detail?.status === "done") return { item, error: null };
    return { item, error: detail?.reason ?? "Nothing was said of it." };
  });
}

/** For verbs without a bulk route: few at a time, for the rate limit's burst. */
async function oneByOne(items: readonly BulkItem[], action: TaskAction): Promise<BulkOutcome[]> {
  const outcomes: BulkOutcome[] = [];
  const waiting = [...items];
  async function lane() {
    for (let item = waiting.shift(); item; item = waiting.shift()) {
      const done: BulkItem = item;
      const error = await sendTaskAction(done.task_id, action).then(
        () => null,
        (refused: unknown) => {
          if (refused instanceof ApiError && (refused.status === 0 || refused.status === 429)) throw refused;
          return errorMessage(refused);
        },
      );
      outcomes.push({ item: done, error });
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane));
  return outcomes;
}

/** Takes approvals back. @returns how many */
export async function takeBack(items: readonly BulkItem[]): Promise<number> {
  const outcomes = await oneByOne(items, { verb: "unapprove" });
  return outcomes.filter((outcome) => outcome.error === null).length;
}
