import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { log } from "#lib/log.ts";
import { every } from "#worker/every.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

it("goes on after a failure, of which the log tells at first, once a minute, and when it is over", async () => {
  const [failed, mended] = [vi.spyOn(log, "error"), vi.spyOn(log, "info")].map((spy) => spy.mockReturnValue());
  const work = vi.fn(async () => Promise.reject(new Error("the database is away")) as Promise<unknown>);
  const stop = every(1_000, "outbox", work);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(work).toHaveBeenCalledTimes(30);
  expect(failed?.mock.calls.map(([facts]) => (facts as unknown as { times: number }).times)).toEqual([1]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(failed?.mock.calls.map(([facts]) => (facts as unknown as { times: number }).times)).toEqual([1, 61]);
  work.mockResolvedValue(null);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(mended?.mock.calls).toEqual([[{ loop: "outbox", times: 90 }, "The worker's outbox works again."]]);
  await stop();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(work).toHaveBeenCalledTimes(95);
});
