import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Judge } from "#worker/judge.ts";
import { untilDatabaseIsBack } from "#worker/until-database-is-back.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["performance", "setTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
});

const away = () => Object.assign(new Error("away"), { code: "57P01" });
const never = new AbortController().signal;

it("does it again until the database is there, and gives what comes of it", async () => {
  const work = vi.fn(async () => "saved");
  work.mockRejectedValueOnce(away()).mockRejectedValueOnce(away());
  vi.useRealTimers();
  expect(await untilDatabaseIsBack(never, work)).toBe("saved");
  expect(work).toHaveBeenCalledTimes(3);
});

it("does nothing again that the database refuses", async () => {
  const work = vi.fn(async () => Promise.reject(new Error("no such column")));
  await expect(untilDatabaseIsBack(never, work)).rejects.toThrow("no such column");
  expect(work).toHaveBeenCalledTimes(1);
});

it("waits no longer once the attempt is stopped, and says why it was", async () => {
  vi.useRealTimers();
  const stopped = new AbortController();
  const saved = untilDatabaseIsBack(stopped.signal, async () => {
    stopped.abort(new Error("the lease was lost"));
    throw away();
  });
  await expect(saved).rejects.toThrow("the lease was lost");
});

it("takes nobody for silent for a while after the database was away", async () => {
  const judge = new Judge(5_000);
  const rescue = vi.fn(async () => 2);
  expect(await judge.decide(rescue)).toBe(2);
  rescue.mockRejectedValueOnce(away());
  await expect(judge.decide(rescue)).rejects.toThrow("away");
  vi.advanceTimersByTime(4_999);
  expect(await judge.decide(rescue)).toBe(0);
  vi.advanceTimersByTime(2);
  expect(await judge.decide(rescue)).toBe(2);
});

it("takes nobody for silent right after it was stopped itself", async () => {
  vi.useFakeTimers({ toFake: ["performance", "Date", "setTimeout"] });
  const judge = new Judge(5_000);
  const rescue = vi.fn(async () => 2);
  vi.advanceTimersByTime(5_001);
  expect(await judge.decide(rescue)).toBe(0);
  for (const seconds of [2, 2]) {
    vi.advanceTimersByTime(seconds * 1_000);
    expect(await judge.decide(rescue)).toBe(0);
  }
  vi.advanceTimersByTime(2_000);
  expect(await judge.decide(rescue)).toBe(2);
});
