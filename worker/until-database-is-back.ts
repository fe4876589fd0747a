import { setTimeout as sleep } from "node:timers/promises";
import { isDatabaseAway } from "#lib/database-away.ts";
import { log } from "#lib/log.ts";
import { StoreAway } from "#lib/storage/store-away.ts";

/** How long a restart, a failover or a pooler that waits before it tries again may take. */
const patienceMs = 60_000;
const longestPauseMs = 2_000;

/**
 * Does something again for as long as the database is away, up to a minute. It must be harmless to do it twice: the first
 * time may have been heard and only its answer lost.
 * @param signal ends the wait, with its reason
 */
export function untilDatabaseIsBack<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  return untilBack(signal, work, (error) => (isDatabaseAway(error) ? "database" : null));
}

/** The same for as long as the database or the artifact store is away: what is to be kept may have been paid for. */
export function untilStoreIsBack<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  return untilBack(signal, work, (error) =>
    error instanceof StoreAway ? "artifact store" : isDatabaseAway(error) ? "database" : null,
  );
}

async function untilBack<T>(
  signal: AbortSignal,
  work: () => Promise<T>,
  whatIsAway: (error: unknown) => string | null,
): Promise<T> {
  const since = performance.now();
  for (let pause = 100, tries = 1; ; pause = Math.min(pause * 2, longestPauseMs), tries++) {
    try {
      const done = await work();
      if (tries > 1) log.info({ tries, ms: Math.round(performance.now() - since) }, "What was waited for is done.");
      return done;
    } catch (error) {
      const away = whatIsAway(error);
      if (!away || performance.now() > since + patienceMs) throw error;
      // Once: of an outage one line says as much as forty.
      if (tries === 1) log.warn({ err: error }, `The ${away} is away; what is done is kept until it is back.`);
    }
    await sleep(pause, undefined, { signal }).catch(() => signal.throwIfAborted());
  }
}
