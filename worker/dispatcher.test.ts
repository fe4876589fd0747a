import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Deliver, Dispatcher } from "#worker/dispatcher.ts";
import type { FetchedJob } from "#worker/job-queue.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function fakeQueue(count: number) {
  const waiting: FetchedJob[] = Array.from({ length: count }, (_, index) => ({ id: `${index}`, data: {} }));
  const fetches: number[] = [];
  const completed: string[][] = [];
  return {
    waiting,
    fetches,
    completed,
    fetch: async (free: number) => {
      fetches.push(free);
      return waiting.splice(0, free);
    },
    complete: async (ids: string[]) => {
      completed.push(ids);
    },
  };
}

/** Runs that last until they are let go. */
function heldRuns() {
  const letGo: (() => void)[] = [];
  const deliver: Deliver = async () => () => new Promise<void>((resolve) => letGo.push(resolve));
  return { letGo, deliver };
}

const settle = () => vi.advanceTimersByTimeAsync(0);

describe("the dispatcher", () => {
  it("fetches as many as are free, and again as soon as a slot gets free", async () => {
    const queue = fakeQueue(5);
    const { letGo, deliver } = heldRuns();
    const dispatcher = new Dispatcher({ queue, slots: 2, deliver });
    dispatcher.wake();
    await settle();
    expect(letGo).toHaveLength(2);
    letGo[0]?.();
    await settle();
    expect(letGo).toHaveLength(3);
    expect(queue.fetches).toEqual([2, 1]);
    await dispatcher.stop();
  });

  it("completes jobs in batches, when they are claimed and not when their runs end", async () => {
    const queue = fakeQueue(3);
    const { deliver } = heldRuns();
    const dispatcher = new Dispatcher({ queue, slots: 5, deliver });
    dispatcher.wake();
    await vi.advanceTimersByTimeAsync(1);
    expect(queue.completed).toEqual([["0", "1", "2"]]);
    await dispatcher.stop();
  });

  it("looks by itself when no one wakes it", async () => {
    const queue = fakeQueue(1);
    const { letGo, deliver } = heldRuns();
    const dispatcher = new Dispatcher({ queue, slots: 1, deliver, pollMs: 2_000 });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(letGo).toHaveLength(1);
    await dispatcher.stop();
  });

  it("leaves the job of a claim that failed to the reconciler, and goes on", async () => {
    const queue = fakeQueue(2);
    const deliver: Deliver = async ({ id }) => {
      if (id === "0") throw new Error("the database is away");
      return null;
    };
    const dispatcher = new Dispatcher({ queue, slots: 1, deliver });
    dispatcher.wake();
    await vi.advanceTimersByTimeAsync(1);
    expect(queue.completed).toEqual([["1"]]);
    await dispatcher.stop();
  });

  it("fetches nothing once stopped, and is idle when its runs have ended", async () => {
    const queue = fakeQueue(3);
    const { letGo, deliver } = heldRuns();
    const dispatcher = new Dispatcher({ queue, slots: 1, deliver });
    dispatcher.wake();
    await settle();
    await dispatcher.stop();
    let idle = false;
    void dispatcher.idle().then(() => {
      idle = true;
    });
    await settle();
    expect(idle).toBe(false);
    letGo[0]?.();
    await settle();
    expect([idle, queue.waiting.length]).toEqual([true, 2]);
  });

  it("survives a queue that is away", async () => {
    const queue = fakeQueue(1);
    const fetch = vi.spyOn(queue, "fetch").mockRejectedValueOnce(new Error("away"));
    const { letGo, deliver } = heldRuns();
    const dispatcher = new Dispatcher({ queue, slots: 1, deliver, pollMs: 2_000 });
    dispatcher.wake();
    await settle();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(fetch).toHaveBeenCalledTimes(2);
    expect(letGo).toHaveLength(1);
    await dispatcher.stop();
  });
});
