import { WaitTimeoutError } from "./errors.ts";
import { sleep } from "./sleep.ts";
import { type HubOptions, type RequestOptions, Transport } from "./transport.ts";
import type {
  BulkOutcome,
  ListOptions,
  NewTask,
  Regeneration,
  RevisionBlocks,
  Task,
  TaskFilters,
  TaskList,
  TaskListItem,
  TaskState,
  TaskType,
  TaskUpdate,
  Upload,
} from "./types.ts";
import { watchTasks } from "./watch.ts";

/** Statuses in which nothing more happens unless somebody asks for it. */
const settled: readonly TaskState[] = [
  "awaiting_approval",
  "approved",
  "rejected",
  "published",
  "completed",
  "failed",
  "cancelled",
];

export type CallOptions = Pick<RequestOptions, "signal" | "idempotencyKey">;
export type WaitOptions = {
  /** States that end the waiting; unless said otherwise every one in which nothing more happens by itself. */
  until?: readonly TaskState[];
  /** Milliseconds between looks; 1,000 unless said otherwise. */
  interval?: number;
  /** Milliseconds; 10 minutes unless said otherwise. */
  timeout?: number;
  signal?: AbortSignal;
};

/** Oversight Hub over HTTP: tasks are created, followed, reviewed and published. Every method can throw HubApiError. */
export class OversightHub {
  readonly #transport: Transport;

  constructor(options: HubOptions) {
    this.#transport = new Transport(options);
  }

  /** Creates a task and queues it. A `task_id` that exists with the same request is the same task. */
  createTask(task: NewTask, options: CallOptions = {}): Promise<Task> {
    return this.#post("/api/tasks", task, options);
  }

  /** Creates up to 100 tasks, all or none, in the order given. */
  createTasks(tasks: readonly NewTask[], options: CallOptions = {}): Promise<Task[]> {
    return this.#post("/api/tasks/bulk", { tasks }, options);
  }

  /** By id or number. */
  getTask(id: string | number, options: Pick<CallOptions, "signal"> = {}): Promise<Task> {
    return this.#transport.json("GET", taskPath(id), options);
  }

  listTasks(options: ListOptions = {}): Promise<TaskList> {
    return this.#transport.json("GET", "/api/tasks", { query: options });
  }

  /** Every task under the filters, page after page. */
  async *allTasks(options: Omit<ListOptions, "cursor" | "offset"> = {}): AsyncGenerator<TaskListItem> {
    let cursor: string | undefined;
    do {
      const page = await this.listTasks({ limit: 100, ...options, cursor });
      yield* page.tasks;
      cursor = page.next_cursor ?? undefined;
    } while (cursor);
  }

  async countTasks(filters: TaskFilters = {}): Promise<number> {
    const { total } = await this.#transport.json<{ total: number }>("GET", "/api/tasks/count/total", {
      query: filters,
    });
    return total;
  }

  async listTaskTypes(): Promise<TaskType[]> {
    return (await this.#transport.json<{ types: TaskType[] }>("GET", "/api/tasks/types")).types;
  }

  /** Looks at a task until it comes to one of the states. @throws WaitTimeoutError */
  async waitFor(id: string | number, options: WaitOptions = {}): Promise<Task> {
    const { until = settled, interval = 1_000, timeout = 600_000, signal } = options;
    const deadline = Date.now() + timeout;
    while (true) {
      const task = await this.getTask(id, { signal });
      if (until.includes(task.state)) return task;
      if (Date.now() + interval > deadline) throw new WaitTimeoutError(task.task_id, task.state, timeout);
      await sleep(interval, signal);
    }
  }

  /**
   * Updates as they happen. A connection that is lost is opened again where it was, so that none is missed; it ends
   * with `signal`, and throws when the hub refuses the caller.
   */
  watch(
    options: { filters?: TaskFilters; lastEventId?: string; signal?: AbortSignal } = {},
  ): AsyncGenerator<TaskUpdate> {
    return watchTasks(this.#transport, options);
  }

  /** Approves the current revision, or the one whose hash is given and no other. */
  approve(id: string | number, decision: { feedback?: string; revision_sha256?: string } = {}): Promise<Task> {
    return this.#post(`${taskPath(id)}/approve`, decision);
  }

  reject(id: string | number, decision: { reason: string; revision_sha256?: string }): Promise<Task> {
    return this.#post(`${taskPath(id)}/reject`, decision);
  }

  /** What of the current revision can be made again alone, by the names that `regenerate` takes. */
  blocks(id: string | number): Promise<RevisionBlocks> {
    return this.#transport.json("GET", `${taskPath(id)}/blocks`);
  }

  /** Sends a task back for another round: the whole, from a phase on, or some blocks of it alone. */
  regenerate(id: string | number, request: Regeneration): Promise<Task> {
    return this.#post(`${taskPath(id)}/regenerate`, request);
  }

  publish(id: string | number, request: { publish_at?: string } = {}): Promise<Task> {
    return this.#post(`${taskPath(id)}/publish`, request);
  }

  unpublish(id: string | number): Promise<Task> {
    return this.#post(`${taskPath(id)}/unpublish`, {});
  }

  cancel(id: string | number, request: { reason?: string } = {}): Promise<Task> {
    return this.#post(`${taskPath(id)}/cancel`, request);
  }

  retry(id: string | number): Promise<Task> {
    return this.#post(`${taskPath(id)}/retry`, {});
  }

  /** Edits the version of the task that was read, as a new revision; another's edit in between makes it a 412. */
  async edit(id: string | number, change: (task: Task) => { content?: string; result?: object }): Promise<Task> {
    const read = await this.#transport.send("GET", taskPath(id));
    const etag = read.headers.get("etag") ?? "";
    const body = change((await read.json()) as Task);
    return this.#transport.json("PATCH", taskPath(id), { body, headers: { "if-match": etag } });
  }

  async deleteTask(id: string | number): Promise<void> {
    await this.#transport.json("DELETE", taskPath(id));
  }

  /** Up to 100 tasks; the outcome tells of each. */
  cancelTasks(ids: readonly string[], reason?: string): Promise<BulkOutcome> {
    return this.#post("/api/tasks/bulk-cancel", { task_ids: ids, ...(reason && { reason }) });
  }

  /** One decision on up to 100 revisions; the outcome tells of each. */
  reviewTasks(
    items: readonly { task_id: string; revision_sha256: string }[],
    decision: "approved" | "rejected",
    reason?: string,
  ): Promise<BulkOutcome> {
    return this.#post("/api/tasks/bulk-review", { items, decision, ...(reason && { reason }) });
  }

  /** Sends a file of up to 100 MiB, for the fields that take an upload's id. */
  upload(file: Blob, name: string, options: CallOptions = {}): Promise<Upload> {
    const form = new FormData();
    form.set("file", file, name);
    return this.#transport.json("POST", "/api/uploads", { form, ...options });
  }

  #post<T>(path: string, body: unknown, options: CallOptions = {}): Promise<T> {
    return this.#transport.json("POST", path, { body, ...options });
  }
}

function taskPath(id: string | number): string {
  return `/api/tasks/${encodeURIComponent(id)}`;
}
