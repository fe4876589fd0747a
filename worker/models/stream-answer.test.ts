import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import * as z from "zod";
import type { TextCall } from "#task-types/phase-run.ts";
import { createModelRunner, type ModelUsage } from "./create-model-runner.ts";
import { breaksOffAfter, says, saysSlowly, saysWhole, TestingProvider } from "./testing-provider.ts";
import { defaultRetryPolicy } from "./with-retries.ts";

const provider = new TestingProvider();
let url = "";
beforeAll(async () => {
  url = await provider.start();
});
afterAll(() => provider.stop());
afterEach(() => {
  vi.useRealTimers();
});

/** Time that passes where a test says so, however long the machine takes. */
const holdTime = () => vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
const patienceMs = defaultRetryPolicy.timeoutMs;

const call: TextCall<{ score: number; criteria: unknown[] }> = {
  job: "article.critique",
  input: { topic: "Tides", title: "Tides", content: "The tide rises twice a day.", sources: [] },
  system: "You judge texts.",
  prompt: "Judge this one.",
  output: z.object({ score: z.number(), criteria: z.array(z.unknown()) }),
};
const good = '{"score": 7, "criteria": []}';

function setUp(signal = new AbortController().signal, allowSubstitution = true) {
  const usage: ModelUsage[] = [];
  const degraded: string[] = [];
  const runner = createModelRunner({
    settings: { allowSubstitution, modelAliases: {}, modelTiers: {}, modelPrices: {} },
    request: { modelName: "compatible/test", modelsByPhase: {}, qualityPreference: "balanced" },
    idempotencyScope: "task 1, round 1",
    signal,
    onUsage: (used) => usage.push(used),
    onDegraded: (reason) => degraded.push(reason),
    environment: { OPENAI_COMPATIBLE_BASE_URL: url },
    policy: { backoffMs: 5 },
  });
  return { runner, usage, degraded };
}

describe("an answer that is streamed", () => {
  it("is heard as it comes, and may take longer than a silence may", async () => {
    holdTime();
    const most = patienceMs - 1;
    const says = saysSlowly(['{"score": 7,', ' "criteria"', ": [", '"a', "b", '"]}'], most);
    provider.answer((...asked) => {
      says(...asked);
      vi.advanceTimersByTime(most);
    });
    const heard: string[] = [];
    const { runner, usage } = setUp();
    const answer = await runner.generate("qa", call, (text) => {
      heard.push(text);
      vi.advanceTimersByTime(most);
    });
    expect(answer).toEqual({ score: 7, criteria: ["ab"] });
    expect(heard).toHaveLength(6);
    expect(heard[0]).toBe('{"score": 7,');
    expect(heard[2]).toBe('{"score": 7, "criteria": [');
    expect(usage).toEqual([
      { phase: "qa", modelId: "compatible/test", inputTokens: 100, outputTokens: 20, images: 0, costUsd: null },
    ]);
    expect(provider.requests).toHaveLength(1);
  });

  it.each(["cut", "ended", "complaint"] as const)("counts for nothing when it breaks off: %s", async (how) => {
    // What had come is a whole object, and still not the answer.
    provider.answer(breaksOffAfter('{"score": 1, "criteria": []}', how), says(good));
    const { runner, usage, degraded } = setUp();
    expect(await runner.generate("qa", call)).toEqual({ score: 7, criteria: [] });
    expect(provider.requests).toHaveLength(2);
    expect(usage).toHaveLength(1);
    expect(degraded).toEqual([]);
  });

  it.each(["cut", "ended", "complaint"] as const)(
    "gives way to the next model when it always does: %s",
    async (how) => {
      provider.answer(breaksOffAfter('{"score": 1, "crit', how));
      const { runner, degraded } = setUp();
      const { criteria } = await runner.generate("qa", call);
      expect(criteria.length).toBeGreaterThan(0);
      expect(provider.requests).toHaveLength(3);
      expect(degraded).toEqual([expect.stringMatching(/compatible\/test .*its answer broke off.*builtin\/writer/)]);
      if (how === "complaint") expect(degraded[0]).toContain("The engine is overheated");
    },
  );

  it("that falls silent midway is given up in time", async () => {
    holdTime();
    const begun = '{"score": 1, "crit';
    provider.answer(breaksOffAfter(begun, "silence"), says(good));
    const heard: string[] = [];
    const answer = setUp().runner.generate("qa", call, (text) => heard.push(text));
    await expect.poll(() => heard.at(-1)).toBe(begun);
    vi.advanceTimersByTime(patienceMs);
    expect(await answer).toMatchObject({ score: 7 });
    expect(provider.requests).toHaveLength(2);
  });

  it("ends at once, at the provider too, when the task is cancelled", async () => {
    const controller = new AbortController();
    const closed = new Promise<void>((resolve) => {
      provider.answer(saysSlowly(Array(500).fill("a word "), 20, resolve));
    });
    const { runner, usage, degraded } = setUp(controller.signal);
    const running = runner.generate("qa", call, () => controller.abort(new Error("cancelled")));
    await expect(running).rejects.toThrow("cancelled");
    await closed;
    expect(provider.requests).toHaveLength(1);
    expect([usage, degraded]).toEqual([[], []]);
  });

  it("that comes in one piece is refused with what would help, and not paid for again", async () => {
    provider.answer(saysWhole(good));
    await expect(setUp(undefined, false).runner.generate("qa", call)).rejects.toMatchObject({
      code: "SERVICE_UNAVAILABLE",
      message: expect.stringMatching(
        /compatible\/test failed in the phase "qa".*does not stream.*must be a server that/,
      ),
    });
    expect(provider.requests).toHaveLength(1);
  });

  it("that is an error in spite of its status says which", async () => {
    provider.answer((response) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify({ error: { message: "no such engine" } }));
    });
    await expect(setUp(undefined, false).runner.generate("qa", call)).rejects.toThrow(/no such engine/);
  });
});

it("words without a form are heard as they come too", async () => {
  provider.answer(saysSlowly(["Once ", "upon ", "a time"], 5));
  const heard: string[] = [];
  const plain = { job: "text.generate", input: {}, prompt: "Tell" };
  const { runner, usage } = setUp();
  const answer = await runner.writeText("generate", plain, (text) => heard.push(text));
  expect(answer).toEqual({ text: "Once upon a time", tokens: 20, shortcoming: null });
  expect(heard).toEqual(["Once ", "Once upon ", "Once upon a time"]);
  expect(usage).toMatchObject([{ inputTokens: 100, outputTokens: 20 }]);
});
