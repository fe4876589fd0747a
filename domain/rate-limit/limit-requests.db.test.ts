import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import type { HubError } from "#lib/errors.ts";

type Limiter = typeof import("#domain/rate-limit/limit-requests.ts").limitRequests;

let test: TestDatabase;
/** As two web processes have it: each with what it holds itself, on one database. */
let processes: Limiter[];
beforeAll(async () => {
  test = await createTestDatabase();
  processes = [];
  for (let count = 0; count < 2; count += 1) {
    vi.resetModules();
    processes.push((await import("#domain/rate-limit/limit-requests.ts")).limitRequests);
  }
});
afterAll(() => test.close());

async function windowNow(): Promise<number> {
  const [row] = await test.owner`select floor(extract(epoch from clock_timestamp()) / 10)::int as number`;
  return row?.number;
}

type Outcome = { headers: Record<string, string>; refused: HubError | null };

/** Requests from both processes in turn, so many at once. */
async function flood(subject: string, limit: { perMinute: number; burst: number }, count: number) {
  const first = await windowNow();
  const ask = async (limiter: Limiter): Promise<Outcome> => {
    try {
      return { headers: await limiter(test.db, { subject, ...limit }), refused: null };
    } catch (error) {
      // The module's own copy of the class.
      const refused = error as HubError;
      return { headers: refused.headers, refused };
    }
  };
  const outcomes = await Promise.all(Array.from({ length: count }, (_, n) => ask(processes[n % 2] as Limiter)));
  const windows = (await windowNow()) - first + 1;
  return {
    windows,
    served: outcomes.filter(({ refused }) => !refused),
    refused: outcomes.filter(({ refused }) => refused),
  };
}

describe("two web processes", () => {
  it.each([
    { perMinute: 100, burst: 20 },
    { perMinute: 1_000, burst: 50 },
    { perMinute: 7, burst: 20 },
    { perMinute: 100, burst: 1 },
    { perMinute: 1, burst: 1 },
  ])("together never let more through than $perMinute a minute and $burst in ten seconds", async (limit) => {
    const most = Math.min(limit.perMinute, limit.burst);
    const { windows, served, refused } = await flood(`two ${limit.perMinute} ${limit.burst}`, limit, most * 3 + 40);
    expect(served.length).toBeLessThanOrEqual(most * windows);
    // All asked for more than there was, so nothing that was taken is left over.
    expect(served.length).toBeGreaterThanOrEqual(most);
    for (const { refused: error } of refused) {
      expect(error).toMatchObject({ code: "RATE_LIMITED", status: 429 });
      const seconds = Number(error?.headers["retry-after"]);
      expect(seconds).toBeGreaterThanOrEqual(1);
      expect(seconds).toBeLessThanOrEqual(limit.perMinute <= most ? 60 : 10);
    }
  });

  it("say in headers what is left, and when there will be more", async () => {
    const begun = Date.now() / 1000;
    const { served, refused } = await flood("headers", { perMinute: 100, burst: 20 }, 60);
    for (const { headers } of [...served, ...refused]) {
      expect(headers["x-ratelimit-limit"]).toBe("100");
      const [remaining, reset] = [Number(headers["x-ratelimit-remaining"]), Number(headers["x-ratelimit-reset"])];
      expect(Number.isInteger(remaining) && remaining >= 0 && remaining < 100).toBe(true);
      expect(Number.isInteger(reset)).toBe(true);
      expect(reset).toBeGreaterThan(begun - 1);
      expect(reset - Date.now() / 1000).toBeLessThanOrEqual(61);
    }
    expect(new Set(served.map(({ headers }) => headers["x-ratelimit-remaining"])).size).toBeGreaterThan(1);
  });

  it("count each subject by itself", async () => {
    const limit = { perMinute: 100, burst: 5 };
    await flood("greedy", limit, 40);
    expect((await flood("modest", limit, 4)).refused).toEqual([]);
  });

  it("ask the database only for blocks, and not at all while they refuse", async () => {
    const [limiter] = processes as [Limiter];
    const statements = vi.fn();
    const db = new Proxy(test.db, {
      get: (target, name, receiver) => {
        if (name === "insert") statements();
        return Reflect.get(target, name, receiver);
      },
    });
    const quota = { subject: "blocks", perMinute: 1_000, burst: 100 };
    for (let count = 0; count < 50; count += 1) await limiter(db, quota);
    expect(statements.mock.calls.length).toBeLessThanOrEqual(10);
    const used = { subject: "used up", perMinute: 1, burst: 1 };
    await limiter(db, used);
    statements.mockClear();
    for (let count = 0; count < 50; count += 1) await limiter(db, used).catch(() => {});
    expect(statements.mock.calls.length).toBeLessThanOrEqual(2);
  });
});
