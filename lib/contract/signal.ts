/**
 * What the live stream tells beside the tasks' events: that something changed that is read elsewhere. A signal has no
 * place in the stream and is not replayed, so whoever comes back asks anew.
 */
export type Signal =
  /** This person's notifications. */
  | { type: "notifications" }
  /** Who has which task open. */
  | { type: "presence" }
  /** What this person may do: a role has changed, or sessions have ended. */
  | { type: "access" }
  /** The end of what a running task is writing, at most once a second; only for streams that ask for it. */
  | Writing
  /** Signals may have been missed: ask for everything that they tell of. */
  | { type: "missed" };

export type Writing = { type: "writing"; task_id: string; phase: string; text: string };
