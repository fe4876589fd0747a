import { ApiError, errorMessage } from "#lib/api-client.ts";
import type { StatusFamily } from "#lib/format/status.ts";

export type Notice = {
  /** A notice of the same id takes the place of the one before. */
  id: string;
  text: string;
  detail?: string;
  family: StatusFamily;
  action?: { label: string; shortcut?: string; run: () => void };
  /** Milliseconds on the screen; it stays while the pointer or the focus rests on it. */
  lasts: number;
};

const atOnce = 3;
let notices: readonly Notice[] = [];
let made = 0;
const listeners = new Set<() => void>();

function publish(next: readonly Notice[]): void {
  notices = next;
  for (const notifyListener of listeners) notifyListener();
}

export const noticeStore = {
  get: () => notices,
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

/** A word at the foot of the screen: what happened and, where it can be taken back, how. */
export function notify(given: Partial<Notice> & { text: string }): void {
  made += 1;
  const notice: Notice = { family: "good", lasts: 5000, ...given, id: given.id ?? `notice-${made}` };
  publish([...notices.filter((other) => other.id !== notice.id), notice].slice(-atOnce));
}

export function notifyError(what: string, error: unknown, action?: Notice["action"]): void {
  const request = error instanceof ApiError && error.requestId ? ` (request ${error.requestId})` : "";
  notify({ text: what, detail: `${errorMessage(error)}${request}`, family: "bad", action, lasts: 12_000 });
}

export function dismissNotice(id: string): void {
  publish(notices.filter((notice) => notice.id !== id));
}
