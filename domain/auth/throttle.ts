import { createHash } from "node:crypto";
import { and, eq, lt, sql } from "drizzle-orm";
import ipaddr from "ipaddr.js";
import type { Database } from "#db/client.ts";
import { attemptWindows } from "#db/schema/people.ts";
import { HubError } from "#lib/errors.ts";

const windowMs = 15 * 60_000;

/** Something that is counted, and how often it may happen in a window of 15 minutes. */
export type Limit = { subject: string; max: number };

/** Password failures: 5 for one address from one place, 50 from one place for whatever address. */
export function signInLimits(email: string, clientIp: string | null): [Limit, Limit] {
  const place = clientNetwork(clientIp);
  // Hashed: the table need not list who tried to sign in from where.
  const pair = createHash("sha256").update(`${email.trim().toLowerCase()} ${place}`).digest("hex");
  return [
    { subject: `password:${pair}`, max: 5 },
    { subject: `password-from:${place}`, max: 50 },
  ];
}

/**
 * Counts an attempt before it is made, so that many at once cannot all pass; `forgiveAttempt` takes it back when it
 * turns out to be right.
 * @throws HubError RATE_LIMITED with Retry-After, seconds until the window ends
 */
export async function countAttempt(db: Database, limits: Limit[]): Promise<void> {
  const windowStart = currentWindow();
  const rows = await db
    .insert(attemptWindows)
    .values(limits.map(({ subject }) => ({ subject, windowStart, count: 1 })))
    .onConflictDoUpdate({
      target: [attemptWindows.subject, attemptWindows.windowStart],
      set: { count: sql`${attemptWindows.count} + 1` },
    })
    .returning();
  const isOver = rows.some((row) => row.count > (limits.find(({ subject }) => subject === row.subject)?.max ?? 0));
  if (isOver) throw tooManyAttempts(windowStart);
  if (rows.some(({ count }) => count === 1)) await forgetOldWindows(db);
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

/** One place: an IPv4 address, or the /64 that a household or a machine has of IPv6. */
function clientNetwork(clientIp: string | null): string {
  if (!clientIp || !ipaddr.isValid(clientIp)) return "unknown";
  const address = ipaddr.process(clientIp);
  if (address.kind() === "ipv4") return address.toString();
  return `${(address as ipaddr.IPv6).parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(":")}::/64`;
}
