import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { reuseDear } from "#lib/reuse-dear.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function counting(ms: number) {
  let runs = 0;
  const work = async () => {
    runs += 1;
    const run = runs;
    await new Promise((resolve) => setTimeout(resolve, ms));
    return run;
  };
  const ask = reuseDear<number>();
  const answered = async (key = "a") => {
    const answer = ask(key, work);
    await vi.advanceTimersByTimeAsync(ms);
    return answer;
  };
  return { answered, ask, work };
}

it("does cheap work each time", async () => {
  const { answered } = counting(100);
  expect([await answered(), await answered()]).toEqual([1, 2]);
});

it("keeps what was dear for twenty times as long as it took, for its own key", async () => {
  const { answered } = counting(1000);
  expect(await answered()).toBe(1);
  expect([await answered(), await answered("b")]).toEqual([1, 2]);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(await answered()).toBe(3);
});

it("lets those who ask meanwhile share one run, and forgets one that failed", async () => {
  const { ask, work } = counting(100);
  const both = Promise.all([ask("a", work), ask("a", work)]);
  await vi.advanceTimersByTimeAsync(100);
  expect(await both).toEqual([1, 1]);
  await expect(ask("c", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  const after = ask("c", work);
  await vi.advanceTimersByTimeAsync(100);
  expect(await after).toBe(2);
});
