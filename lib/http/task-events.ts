import type { Profile } from "#lib/contract/access.ts";
import type { Signal } from "#lib/contract/signal.ts";
import type { TaskSummary } from "#lib/contract/task.ts";
import { validationError } from "#lib/errors.ts";
import type { ServerSentEvent } from "#lib/http/event-stream.ts";
import { presenters } from "#lib/http/profiles/presenters.ts";

type Position = { xid: number; id: number };
type Item = {
  position: Position;
  event: { id: number; taskId: string; type: string; message: string; phase: string | null };
  task: TaskSummary | null;
};

/** One message of the stream: what happened, and the task as its lists show it, without its text. */
export function toServerSentEvent({ position, event, task }: Item, profile: Profile): ServerSentEvent {
  const id = toEventId(position);
  const { listItem, taskId } = presenters[profile];
  const data = { type: event.type, task_id: taskId(event.taskId), message: event.message, phase: event.phase };
  if (!task) return { id, event: "task", data: { ...data, type: "deleted" } };
  const { content: _, ...shown } = Object(listItem(task));
  return { id, event: "task", data: { ...data, task: shown } };
}

/** A signal names tasks as the caller's profile does. */
export function presentSignal(signal: Signal, profile: Profile): Signal {
  return signal.type === "writing" ? { ...signal, task_id: presenters[profile].taskId(signal.task_id) } : signal;
}

/** A place in the stream as its messages name it. */
export function toEventId({ xid, id }: Position): string {
  return `${xid}-${id}`;
}

/**
 * @param field the header or parameter that it came in
 * @throws HubError VALIDATION_ERROR (400) for an id that no stream gave out
 */
export function readEventId(text: string | null | undefined, field: string): Position | null {
  if (!text) return null;
  const [, xid, id] = /^(\d{1,15})-(\d{1,15})$/.exec(text.trim()) ?? [];
  if (xid && id) return { xid: Number(xid), id: Number(id) };
  throw validationError([{ path: field, message: "is not the id of an event of this stream" }], "query");
}
