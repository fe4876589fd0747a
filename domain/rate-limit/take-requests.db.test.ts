import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { takeRequests } from "#domain/rate-limit/take-requests.ts";

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.close());

const limit = { perMinute: 100, burst: 20 };

/** The next windows' requests count in the present ones, and go on counting should these end while a test runs. */
const next = { minute: 60, burst: 10 };

/** A row as an earlier or later statement left it: its windows by so many seconds away from the present ones. */
async function leave(
  subject: string,
  used: { minute: number; burst: number },
  away: { minute: number; burst: number },
) {
  await test.owner`
    insert into rate_windows (subject, minute_start, minute_used, burst_start, burst_used, granted) values (${subject},
      to_timestamp(floor(extract(epoch from now()) / 60) * 60 + ${away.minute}), ${used.minute},
      to_timestamp(floor(extract(epoch from now()) / 10) * 10 + ${away.burst}), ${used.burst}, 0)`;
}

describe("a block of requests", () => {
  it("is granted up to what is left of the ten seconds, to all who ask at once together", async () => {
    const before = await windowNow();
    const grants = await Promise.all(Array.from({ length: 30 }, () => takeRequests(test.db, "many", limit, 3)));
    const windows = (await windowNow()) - before + 1;
    const granted = grants.reduce((sum, grant) => sum + grant.granted, 0);
    expect(granted).toBeGreaterThanOrEqual(limit.burst);
    expect(granted).toBeLessThanOrEqual(limit.burst * windows);
  });

  it("is none when the minute is used up, until it ends", async () => {
    await leave("minute", { minute: 100, burst: 0 }, next);
    const before = Date.now() / 1000;
    const grant = await takeRequests(test.db, "minute", limit, 5);
    expect(grant).toMatchObject({ granted: 0, remaining: 0 });
    expect(grant.retryAfter).toBeLessThanOrEqual(Math.ceil(grant.reset - before));
    expect(grant.retryAfter).toBeGreaterThanOrEqual(Math.floor(grant.reset - Date.now() / 1000));
  });

  it("is none when the ten seconds are used up, until they end", async () => {
    await leave("burst", { minute: 20, burst: 20 }, next);
    const grant = await takeRequests(test.db, "burst", limit, 5);
    expect(grant).toMatchObject({ granted: 0, remaining: 80 });
    expect(grant.retryAfter).toBeGreaterThanOrEqual(1);
    expect(grant.retryAfter).toBeLessThanOrEqual(20);
  });

  it.each([
    ["the last window's", { minute: -60, burst: -10 }],
    ["those of a clock that was set back", { minute: 3600, burst: 3600 }],
  ])("is granted whatever %s requests were", async (name, away) => {
    await leave(name, { minute: 100, burst: 20 }, away);
    expect(await takeRequests(test.db, name, limit, 5)).toMatchObject({ granted: 5, remaining: 95 });
  });

  it("counts in the newer window when its statement had waited since the older one", async () => {
    await leave("late", { minute: 99, burst: 19 }, { minute: 60, burst: 10 });
    const grants = [await takeRequests(test.db, "late", limit, 5), await takeRequests(test.db, "late", limit, 5)];
    expect(grants.map(({ granted }) => granted)).toEqual([1, 0]);
    const [row] = await test.owner`select minute_used, burst_used from rate_windows where subject = 'late'`;
    expect(row).toEqual({ minute_used: 100, burst_used: 20 });
  });

  it("is never more than the limit, however small it is", async () => {
    expect(await takeRequests(test.db, "small", { perMinute: 1, burst: 20 }, 5)).toMatchObject({
      granted: 1,
      remaining: 0,
    });
  });
});

async function windowNow(): Promise<number> {
  const [row] = await test.owner`select floor(extract(epoch from clock_timestamp()) / 10)::int as number`;
  return row?.number;
}
