import { type AnyColumn, type SQL, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { rateWindows } from "#db/schema/rate-windows.ts";

export type RateLimit = {
  /** Requests a minute. */
  perMinute: number;
  /** Requests in 10 seconds. */
  burst: number;
};

export type Grant = {
  granted: number;
  /** Left of the minute after this grant. */
  remaining: number;
  /** Unix seconds at which the minute ends. */
  reset: number;
  /** Seconds until the block ends: it holds for the current 10 seconds. */
  blockSeconds: number;
  /** Seconds until there can be more, when nothing was granted. */
  retryAfter: number;
};

/**
 * Takes up to `wanted` requests for a subject, in one statement, so that all web processes together never take more
 * than the limit in a window.
 */
export async function takeRequests(db: Database, subject: string, limit: RateLimit, wanted: number): Promise<Grant> {
  const { minuteStart, minuteUsed, burstStart, burstUsed } = rateWindows;
  const minute = sql`case when ${isCurrent(minuteStart, sql`excluded.minute_start`, 60)} then ${minuteUsed} else 0 end`;
  const burst = sql`case when ${isCurrent(burstStart, sql`excluded.burst_start`, 10)} then ${burstUsed} else 0 end`;
  const most = Math.min(wanted, limit.perMinute, limit.burst);
  const granted: SQL = sql`greatest(0, least(${most}::int, ${limit.perMinute}::int - (${minute}), ${limit.burst}::int - (${burst})))`;
  const [row] = await db
    .insert(rateWindows)
    .values({
      subject,
      minuteStart: windowOf(60),
      minuteUsed: most,
      burstStart: windowOf(10),
      burstUsed: most,
      granted: most,
    } as unknown as typeof rateWindows.$inferInsert)
    .onConflictDoUpdate({
      target: rateWindows.subject,
      set: {
        minuteStart: sql`case when ${isCurrent(minuteStart, sql`excluded.minute_start`, 60)} then ${minuteStart} else excluded.minute_start end`,
        minuteUsed: sql`(${minute}) + ${granted}`,
        burstStart: sql`case when ${isCurrent(burstStart, sql`excluded.burst_start`, 10)} then ${burstStart} else excluded.burst_start end`,
        burstUsed: sql`(${burst}) + ${granted}`,
        granted,
      },
    })
    .returning({
      granted: rateWindows.granted,
      minuteUsed,
      minuteEnd: sql<number>`extract(epoch from ${minuteStart}) + 60`.mapWith(Number),
      burstEnd: sql<number>`extract(epoch from ${burstStart}) + 10`.mapWith(Number),
      now: sql<number>`extract(epoch from clock_timestamp())`.mapWith(Number),
    });
  if (!row) throw new Error("an upsert returns its row");
  const exhausted = row.minuteUsed >= limit.perMinute;
  return {
    granted: row.granted,
    remaining: Math.max(0, limit.perMinute - row.minuteUsed),
    reset: Math.ceil(row.minuteEnd),
    blockSeconds: Math.max(0, row.burstEnd - row.now),
    retryAfter: Math.max(1, Math.ceil((exhausted ? row.minuteEnd : row.burstEnd) - row.now)),
  };
}

/** One instant for both windows: a minute that is over never pairs with ten seconds that have just begun. */
function windowOf(seconds: number): SQL {
  return sql`to_timestamp(floor(extract(epoch from statement_timestamp()) / ${seconds}::int) * ${seconds}::int)`;
}

/**
 * Whether the row's window still counts. A statement that waited for another's row lock comes with the window in which
 * it began, and must not put back the newer one; further ahead than one window is a clock that was set back.
 */
function isCurrent(start: AnyColumn, own: SQL, seconds: number): SQL {
  return sql`${start} between ${own} and ${own} + ${seconds} * interval '1 second'`;
}
