import { setTimeout as sleep } from "node:timers/promises";
import type { Sql } from "postgres";
import { connect } from "#db/connect.ts";
import { log } from "#lib/log.ts";

type OnNotify = (payload: string) => void;
type OnReconnect = () => void;
type Subscription = { onNotify: OnNotify; onReconnect: OnReconnect | undefined };

/** Silence on the connection is indistinguishable from its loss, so it is asked this often, and must answer as fast. */
const heartbeatMs = 10_000;

/**
 * LISTEN on a connection of its own that survives the loss of the database: postgres.js's own `listen` tries once to
 * come back and then stays deaf.
 */
export class Listener {
  readonly #subscriptions = new Map<string, Set<Subscription>>();
  readonly #sql: Sql;
  #connected = true;
  #reconnecting = false;
  #ended = false;
  readonly #heartbeat: NodeJS.Timeout;

  constructor(url: string) {
    const options = {
      max: 1,
      idle_timeout: 0,
      max_lifetime: null,
      fetch_types: false,
      prepare: false,
      applicationName: "oversight-hub listen",
      onclose: () => void this.#reconnect(),
      // Not in the published types; the driver calls it with every notification.
      onnotify: (channel: string, payload: string) => this.#dispatch(channel, payload),
    };
    this.#sql = connect(url, options);
    this.#heartbeat = setInterval(() => void this.#beat(), heartbeatMs).unref();
  }

  /**
   * Calls `onNotify` with each payload on `channel`. After a lost connection is back it calls `onReconnect`: what was
   * sent in between is gone, so look at the tables.
   * @returns a function that stops it.
   */
  async listen(channel: string, onNotify: OnNotify, onReconnect?: OnReconnect): Promise<() => Promise<void>> {
    const subscription = { onNotify, onReconnect };
    const subscriptions = this.#subscriptions.get(channel) ?? new Set();
    subscriptions.add(subscription);
    this.#subscriptions.set(channel, subscriptions);
    if (subscriptions.size === 1 || !this.#connected) await this.#sql`listen ${this.#sql(channel)}`;
    return async () => {
      subscriptions.delete(subscription);
      if (subscriptions.size > 0 || this.#ended) return;
      this.#subscriptions.delete(channel);
      if (this.#connected) await this.#sql`unlisten ${this.#sql(channel)}`;
    };
  }

  async end(): Promise<void> {
    this.#ended = true;
    clearInterval(this.#heartbeat);
    await this.#sql.end({ timeout: 1 });
  }

  #dispatch(channel: string, payload: string): void {
    for (const { onNotify } of this.#subscriptions.get(channel) ?? []) onNotify(payload);
  }

  async #beat(): Promise<void> {
    if (!this.#connected || this.#subscriptions.size === 0) return;
    const answered = await Promise.race([
      this.#sql`select 1`.then(
        () => true,
        () => false,
      ),
      sleep(heartbeatMs, false, { ref: false }),
    ]);
    if (!answered) void this.#reconnect();
  }

  async #reconnect(): Promise<void> {
    if (this.#ended || this.#reconnecting || this.#subscriptions.size === 0) return;
    this.#reconnecting = true;
    this.#connected = false;
    log.warn("Lost the database connection that listens for notifications; reconnecting.");
    for (let delay = 50; !this.#ended; delay = Math.min(delay * 2, 2_000)) {
      await sleep(delay, undefined, { ref: false });
      try {
        for (const channel of this.#subscriptions.keys()) await this.#sql`listen ${this.#sql(channel)}`;
        break;
      } catch {
        // Still away; the next round asks again.
      }
    }
    this.#connected = true;
    this.#reconnecting = false;
    for (const subscriptions of this.#subscriptions.values()) {
      for (const { onReconnect } of subscriptions) onReconnect?.();
    }
  }
}
