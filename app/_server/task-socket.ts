import type { WebSocket } from "ws";
import { isStillAllowed } from "#app/_server/still-allowed.ts";
import type { Ctx } from "#domain/context.ts";
import type { FeedItem } from "#domain/tasks/event-feed.ts";
import { followTasks, readTaskState } from "#domain/tasks/follow-tasks.ts";
import { getGroup } from "#domain/tasks/list-groups.ts";
import type { Profile } from "#lib/contract/access.ts";
import type { TaskSummary } from "#lib/contract/task.ts";
import { validationError } from "#lib/errors.ts";
import { errorResponse } from "#lib/http/error-response.ts";
import { readers } from "#lib/http/profiles/readers.ts";
import { shutdownSignal } from "#lib/http/shutdown.ts";
import { readTaskFrame, stateFrame, type TaskFrame, updateFrame } from "#lib/http/task-frames.ts";

/** Tasks and groups that one connection may follow. */
const maxSubscriptions = 100;
/** Frames that may wait to be answered, and bytes to be read by the client, before it counts as broken. */
const maxWaitingFrames = 200;
const maxBufferedBytes = 1024 * 1024;
/** Milliseconds between pings; with each the credential is looked at again. */
const keepAlive = 10_000;

export type SocketCaller = { ctx: Ctx; profile: Profile; request: Request; requestId: string };

/** One client of `/ws/tasks`: what it follows, and what it is told. */
export class TaskSocket {
  readonly #caller: SocketCaller;
  readonly #tasks = new Map<string, { id: string; number: number }>();
  readonly #groups = new Set<string>();
  /** What came while the state was read of something that is not followed yet. */
  #meanwhile: FeedItem[] | null = null;
  readonly #ended = new AbortController();
  #socket: WebSocket | null = null;
  #answering: Promise<void> = Promise.resolve();
  #waiting = 0;
  #heard = true;

  private constructor(caller: SocketCaller) {
    this.#caller = caller;
  }

  /** Follows the account's events first, so that no update falls between a task's state and the next. */
  static async prepare(caller: SocketCaller): Promise<TaskSocket> {
    const client = new TaskSocket(caller);
    const stop = await followTasks(caller.ctx, (items) => client.#tell(items));
    client.#ended.signal.addEventListener("abort", stop);
    return client;
  }

  /** Nobody came: the handshake failed. */
  discard(): void {
    this.#ended.abort();
  }

  open(socket: WebSocket): void {
    this.#socket = socket;
    const timer = setInterval(() => void this.#check(), keepAlive);
    this.#ended.signal.addEventListener("abort", () => clearInterval(timer));
    const leave = () => socket.close(1001, "The hub is going away; come back");
    shutdownSignal.addEventListener("abort", leave, { signal: this.#ended.signal });
    // The default `binaryType` makes every message one Buffer.
    socket.on("message", (data, isBinary) => this.#receive(data as Buffer, isBinary));
    socket.on("pong", () => {
      this.#heard = true;
    });
    // What is wrong with a connection, `close` follows.
    socket.on("error", () => {});
    socket.on("close", () => this.#ended.abort());
    if (shutdownSignal.aborted) leave();
  }

  /** In order, one at a time: the answers come as the frames did. */
  #receive(data: Buffer, isBinary: boolean): void {
    if (this.#waiting >= maxWaitingFrames) {
      this.#socket?.close(1008, "Too many frames at once");
      return;
    }
    this.#waiting += 1;
    this.#answering = this.#answering.then(async () => {
      try {
        if (!this.#ended.signal.aborted) await this.#answer(readTaskFrame(data, isBinary));
      } catch (error) {
        this.#send(await this.#errorFrame(error));
      } finally {
        this.#waiting -= 1;
      }
    });
  }

  async #answer({ action, task_id: taskId, group_id: groupId }: TaskFrame): Promise<void> {
    if (action === "unsubscribe") return this.#unsubscribe(taskId, groupId);
    if (this.#tasks.size + this.#groups.size >= maxSubscriptions) {
      const reason = `one connection follows up to ${maxSubscriptions} tasks and groups`;
      throw validationError([{ path: "action", message: reason }], "query");
    }
    const { ctx, profile } = this.#caller;
    if (taskId !== undefined) {
      const [task, untold] = await this.#read(() => readTaskState(ctx, readers[profile].taskId(taskId)));
      this.#tasks.set(task.uid, { id: task.id, number: task.number });
      this.#send(stateFrame(task, profile));
      this.#tell(untold.filter((item) => isNewsOf(task, item)));
    } else if (groupId !== undefined) {
      const [{ counts, total, progress }, untold] = await this.#read(() => getGroup(ctx, groupId));
      this.#groups.add(groupId);
      this.#send({
        type: "subscribed",
        group_id: groupId,
        counts,
        total,
        progress,
        message: `${total} ${total === 1 ? "task" : "tasks"}`,
      });
      this.#tell(untold.filter(({ event }) => event.taskSourceGroupId === groupId));
    }
  }

  /** @returns what is read, and what happened meanwhile to that which is not followed yet */
  async #read<Known>(read: () => Promise<Known>): Promise<[Known, FeedItem[]]> {
    const meanwhile: FeedItem[] = [];
    this.#meanwhile = meanwhile;
    try {
      return [await read(), meanwhile];
    } finally {
      this.#meanwhile = null;
    }
  }

  #unsubscribe(taskId: string | undefined, groupId: string | undefined): void {
    if (groupId !== undefined) this.#groups.delete(groupId);
    const ref = taskId === undefined ? null : readers[this.#caller.profile].taskId(taskId);
    for (const [uid, { id, number }] of this.#tasks) {
      if (id === ref || String(number) === ref) this.#tasks.delete(uid);
    }
    this.#send({ type: "unsubscribed", ...(groupId === undefined ? { task_id: taskId } : { group_id: groupId }) });
  }

  #tell(items: FeedItem[]): void {
    for (const item of items) {
      const { taskUid, taskSourceGroupId } = item.event;
      const wanted = this.#tasks.has(taskUid) || (taskSourceGroupId !== null && this.#groups.has(taskSourceGroupId));
      if (wanted) this.#sendText(encoded(item, this.#caller.profile));
      else this.#meanwhile?.push(item);
      if (!item.task) this.#tasks.delete(taskUid);
    }
  }

  #send(frame: object): void {
    this.#sendText(JSON.stringify(frame));
  }

  #sendText(text: string): void {
    const socket = this.#socket;
    if (!socket || socket.readyState !== socket.OPEN) return;
    if (socket.bufferedAmount > maxBufferedBytes) {
      // It would not read a reason either.
      socket.terminate();
      return;
    }
    socket.send(text);
  }

  async #errorFrame(error: unknown): Promise<object> {
    const { requestId, profile } = this.#caller;
    return (await errorResponse(error, requestId, profile).json()) as object;
  }

  async #check(): Promise<void> {
    const socket = this.#socket;
    if (!socket) return;
    if (!this.#heard) return socket.terminate();
    this.#heard = false;
    socket.ping();
    const { ctx, request } = this.#caller;
    const allowed = await isStillAllowed(ctx, request);
    if (!allowed) socket.close(1008, "The credential no longer counts");
  }
}

function isNewsOf(known: TaskSummary, { event, task }: FeedItem): boolean {
  if (event.taskUid !== known.uid) return false;
  return task === null || task.version > known.version || task.updatedAt > known.updatedAt;
}

/** Each event is worded once for all who are told. */
const texts = new WeakMap<FeedItem, Map<Profile, string>>();

function encoded(item: FeedItem, profile: Profile): string {
  const known = texts.get(item) ?? new Map<Profile, string>();
  texts.set(item, known);
  const text = known.get(profile) ?? JSON.stringify(updateFrame(item, profile));
  known.set(profile, text);
  return text;
}
