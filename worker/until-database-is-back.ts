import { setTimeout as sleep } from "node:timers/promises";
import { isDatabaseAway } from "#lib/database-away.ts";
import { log } from "#lib/log.ts";

/** How long a restart, a failover or a pooler that waits before it tries again may take. */
const patienceMs = 60_000;
const longestPauseMs = 2_000;

/**
 * Does something again for as long as the database is away, up to a minute. It must be harmless to do it twice: the first
 * time may have been heard and only its answer lost.
 * @param signal ends the wait, with its reason
 */
export async function untilDatabaseIsBack<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  const until = performance.now() + patienceMs;
  for (let pause = 100; ; pause = Math.min(pause * 2, longestPauseMs)) {
    try {
      return await work();
    } catch (error) {
      if (!isDatabaseAway(error) || performance.now() > until) throw error;
      log.warn({ err: error }, "The database is away; what is done is kept until it is back.");
    }
    await sleep(pause, undefined, { signal }).catch(() => signal.throwIfAborted());
  }
}
