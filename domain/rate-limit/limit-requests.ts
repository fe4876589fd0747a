import type { Database } from "#db/client.ts";
import { type RateLimit, takeRequests } from "#domain/rate-limit/take-requests.ts";
import { HubError } from "#lib/errors.ts";

/** `subject` is `key:{id}`, `session:{user}`, `ip:{address}` and the like. */
export type Quota = RateLimit & { subject: string };

/** What this process holds of a subject's requests, until `until` (milliseconds of the monotonic clock). */
type Block = { left: number; until: number; remaining: number; reset: number; retryAfter: number };

const blocks = new Map<string, Block>();
/** One taking at a time for each subject: requests that come together share what it brings. */
const taking = new Map<string, Promise<unknown>>();
const mostSubjects = 50_000;

/**
 * Counts one request and gives the headers that say so. Requests are taken from the database in small blocks; a refusal
 * is remembered until there can be more, so that a flood costs nothing.
 * @throws HubError RATE_LIMITED with Retry-After
 */
export async function limitRequests(db: Database, quota: Quota): Promise<Record<string, string>> {
  const { subject, ...limit } = quota;
  const { block, refused } = await countOne(db, subject, limit);
  const headers = {
    "x-ratelimit-limit": String(limit.perMinute),
    "x-ratelimit-remaining": String(refused ? 0 : block.remaining + block.left),
    "x-ratelimit-reset": String(block.reset),
  };
  if (!refused) return headers;
  const retryAfter = Math.max(1, Math.ceil((block.until - performance.now()) / 1000));
  throw new HubError("RATE_LIMITED", `Too many requests; try again in ${retryAfter} s`, {
    details: { limit_per_minute: limit.perMinute, limit_per_10_seconds: limit.burst, retry_after: retryAfter },
    headers: { ...headers, "retry-after": String(retryAfter) },
  });
}

type Counted = { block: Block; refused: boolean };

async function countOne(db: Database, subject: string, limit: RateLimit): Promise<Counted> {
  for (;;) {
    const block = blocks.get(subject);
    if (block && block.until > performance.now()) {
      if (block.left > 0) {
        block.left -= 1;
        return { block, refused: false };
      }
      if (block.retryAfter > 0) return { block, refused: true };
    }
    const others = taking.get(subject);
    if (others) {
      await others;
      continue;
    }
    const own = takeBlock(db, subject, limit).finally(() => taking.delete(subject));
    taking.set(subject, own);
    return own;
  }
}

/** Takes a block, and counts the request that asked for it. */
async function takeBlock(db: Database, subject: string, limit: RateLimit): Promise<Counted> {
  const now = performance.now();
  const grant = await takeRequests(
    db,
    subject,
    limit,
    Math.max(1, Math.floor(Math.min(limit.burst, limit.perMinute) / 10)),
  );
  const refused = grant.granted === 0;
  const block: Block = {
    left: refused ? 0 : grant.granted - 1,
    until: now + (refused ? grant.retryAfter : grant.blockSeconds) * 1000,
    remaining: grant.remaining,
    reset: grant.reset,
    retryAfter: refused ? grant.retryAfter : 0,
  };
  if (blocks.size >= mostSubjects) forgetExpired(now);
  blocks.set(subject, block);
  return { block, refused };
}

function forgetExpired(now: number): void {
  for (const [subject, block] of blocks) if (block.until <= now) blocks.delete(subject);
  if (blocks.size >= mostSubjects) blocks.clear();
}
