import { createHash } from "node:crypto";
import { and, eq, lt, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { attemptWindows } from "#db/schema/people.ts";
import { HubError } from "#lib/errors.ts";
import { clientNetwork } from "#lib/net/client-network.ts";

const windowMs = 15 * 60_000;

/** Something that is counted, and how often it may happen in a window of 15 minutes. */
export type Limit = { subject: string; max: number };

/**
 * Password failures: 50 from one place for whatever address, 100 for one address from all places together (NIST SP
 * 800-63B, 5.2.2), 5 for one address from one place.
 */
export function signInLimits(email: string, clientIp: string | null): Limit[] {
  const place = clientNetwork(clientIp);
  const address = email.trim().toLowerCase();
  return [
    { subject: `password-from:${place}`, max: 50 },
    { subject: `password:${hashed(`${address} ${place}`)}`, max: 5 },
    { subject: `password-for:${hashed(address)}`, max: 100 },
  ];
}

/** The table need not list who tried to sign in from where. */
function hashed(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/**
 * Counts an attempt before it is made, so that many at once cannot all pass; `forgiveAttempt` takes it back when it
 * turns out to be right. The limits count in their order, and none after one that is over: whoever makes names up adds no
 * rows without end, and shuts nobody out.
 * @throws HubError RATE_LIMITED with Retry-After, seconds until the window ends
 */
export async function countAttempt(db: Database, limits: Limit[]): Promise<void> {
  const windowStart = currentWindow();
  for (const { subject, max } of limits) {
    const [row] = await db
      .insert(attemptWindows)
      .values({ subject, windowStart, count: 1 })
      .onConflictDoUpdate({
        target: [attemptWindows.subject, attemptWindows.windowStart],
        set: { count: sql`${attemptWindows.count} + 1` },
      })
      .returning({ count: attemptWindows.count });
    if ((row?.count ?? 0) > max) throw tooManyAttempts(windowStart);
    if (row?.count === 1) await forgetOldWindows(db);
  }
}

/** Takes one counted attempt back. One row a statement: no two of these can wait for each other. */
export async function forgiveAttempt(db: Database, limits: Limit[]): Promise<void> {
  const windowStart = currentWindow();
  for (const { subject } of limits) {
    await db
      .update(attemptWindows)
      .set({ count: sql`greatest(${attemptWindows.count} - 1, 0)` })
      .where(and(eq(attemptWindows.subject, subject), eq(attemptWindows.windowStart, windowStart)));
  }
}

function currentWindow(): Date {
  return new Date(Math.floor(Date.now() / windowMs) * windowMs);
}

function tooManyAttempts(windowStart: Date): HubError {
  const seconds = Math.ceil((windowStart.getTime() + windowMs - Date.now()) / 1000);
  const minutes = Math.ceil(seconds / 60);
  return new HubError("RATE_LIMITED", `Too many attempts; try again in ${minutes} minute${minutes === 1 ? "" : "s"}`, {
    details: { retry_after: seconds },
    headers: { "retry-after": String(seconds) },
  });
}

async function forgetOldWindows(db: Database): Promise<void> {
  await db.delete(attemptWindows).where(lt(attemptWindows.windowStart, new Date(Date.now() - 24 * 3_600_000)));
}
