import type { Database } from "#db/client.ts";
import { type RateLimit, takeRequests } from "#domain/rate-limit/take-requests.ts";
import { HubError } from "#lib/errors.ts";

/** `subject` is `key:{id}`, `session:{user}`, `ip:{address}` and the like. */
export type Quota = RateLimit & { subject: string };

/** What this process holds of a subject's requests, until `until` (milliseconds of the monotonic clock). */
type Block = { left: number; until: number; remaining: number; reset: number; retryAfter: number };

const blocks = new Map<string, Block>();
const mostSubjects = 50_000;

/**
 * Counts one request and gives the headers that say so. Requests are taken from the database in small blocks; a refusal
 * is remembered until there can be more, so that a flood costs nothing.
 * @throws HubError RATE_LIMITED with Retry-After
 */
export async function limitRequests(db: Database, quota: Quota): Promise<Record<string, string>> {
  const { subject, ...limit } = quota;
  const now = performance.now();
  let block = blocks.get(subject);
  const usedUp = block?.left === 0 && block.retryAfter === 0;
  if (!block || block.until <= now || usedUp) block = await takeBlock(db, subject, limit, now);
  const refused = block.left === 0;
  if (!refused) block.left -= 1;
  const headers = {
    "x-ratelimit-limit": String(limit.perMinute),
    "x-ratelimit-remaining": String(refused ? 0 : block.remaining + block.left),
    "x-ratelimit-reset": String(block.reset),
  };
  if (!refused) return headers;
  const retryAfter = Math.max(1, Math.ceil((block.until - now) / 1000));
  throw new HubError("RATE_LIMITED", `Too many requests; try again in ${retryAfter} s`, {
    details: { limit_per_minute: limit.perMinute, limit_per_10_seconds: limit.burst, retry_after: retryAfter },
    headers: { ...headers, "retry-after": String(retryAfter) },
  });
}

async function takeBlock(db: Database, subject: string, limit: RateLimit, now: number): Promise<Block> {
  const grant = await takeRequests(db, subject, limit, Math.max(1, Math.floor(limit.burst / 10)));
  const denied = grant.granted === 0;
  const held = blocks.get(subject);
  const block: Block = {
    // Two requests at once may both have taken a block.
    left: grant.granted + (held && held.until > now && held.retryAfter === 0 ? held.left : 0),
    until: now + (denied ? grant.retryAfter : grant.blockSeconds) * 1000,
    remaining: grant.remaining,
    reset: grant.reset,
    retryAfter: denied ? grant.retryAfter : 0,
  };
  if (blocks.size >= mostSubjects) forgetExpired(now);
  blocks.set(subject, block);
  return block;
}

function forgetExpired(now: number): void {
  for (const [subject, block] of blocks) if (block.until <= now) blocks.delete(subject);
  if (blocks.size >= mostSubjects) blocks.clear();
}
