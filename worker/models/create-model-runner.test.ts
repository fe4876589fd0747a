import sharp from "sharp";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import * as z from "zod";
import type { ImageCall, TextCall } from "#task-types/phase-run.ts";
import { createModelRunner, type ModelRunnerOptions, type ModelUsage } from "./create-model-runner.ts";
import { breaksOff, draws, fails, type Reaction, says, TestingProvider } from "./testing-provider.ts";
import { defaultRetryPolicy } from "./with-retries.ts";

const provider = new TestingProvider();
let url = "";

beforeAll(async () => {
  url = await provider.start();
});
afterAll(() => provider.stop());
// However long the machine takes, nobody's patience ends before a test says so.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
});

const staysSilent: Reaction = () => vi.advanceTimersByTime(defaultRetryPolicy.timeoutMs);

const call: TextCall<{ score: number; criteria: unknown[] }> = {
  job: "article.critique",
  input: { topic: "Tides", title: "Tides", content: "The tide rises twice a day.", sources: [] },
  system: "You judge texts.",
  prompt: "Judge this one.",
  output: z.object({ score: z.number(), criteria: z.array(z.unknown()) }),
};
const cover: ImageCall = { job: "article.cover", input: { title: "Tides" }, prompt: "Tides", width: 1200, height: 630 };
const good = says('{"score": 7, "criteria": []}');

function setUp(options: Partial<ModelRunnerOptions> = {}) {
  const usage: ModelUsage[] = [];
  const degraded: string[] = [];
  const runner = createModelRunner({
    settings: { allowSubstitution: true, modelAliases: {}, modelTiers: {}, modelPrices: {} },
    request: { modelName: "compatible/test", modelsByPhase: {}, qualityPreference: "balanced" },
    idempotencyScope: "task 1, round 1",
    signal: new AbortController().signal,
    onUsage: (used) => usage.push(used),
    onDegraded: (reason) => degraded.push(reason),
    environment: { OPENAI_COMPATIBLE_BASE_URL: url, OPENAI_COMPATIBLE_API_KEY: "secret" },
    policy: { backoffMs: 5 },
    ...options,
  });
  return { runner, usage, degraded };
}

const strict = { settings: { allowSubstitution: false, modelAliases: {}, modelTiers: {}, modelPrices: {} } };

describe("a text model", () => {
  it("answers with JSON, reports its tokens, and is told the schema", async () => {
    provider.answer(good);
    const { runner, usage, degraded } = setUp();
    expect(await runner.generate("qa", call)).toEqual({ score: 7, criteria: [] });
    expect(usage).toEqual([
      { phase: "qa", modelId: "compatible/test", inputTokens: 100, outputTokens: 20, images: 0, costUsd: null },
    ]);
    expect(degraded).toEqual([]);
    const [request] = provider.requests;
    expect(request?.headers.authorization).toBe("Bearer secret");
    expect(JSON.stringify(request?.body)).toContain("JSON Schema");
    expect(JSON.stringify(request?.body)).not.toContain("builtin");
  });

  it("costs what the account says that it pays", async () => {
    provider.answer(good);
    const price = { unit: "tokens" as const, input: 1_000, output: 2_000 };
    const modelPrices = { "compatible/test": { price, by: "Ana", at: "2026-01-01T00:00:00.000Z" } };
    const { runner, usage } = setUp({ settings: { ...strict.settings, modelPrices } });
    await runner.generate("qa", call);
    expect(usage[0]?.costUsd).toBeCloseTo(0.14, 9);
  });

  it("is asked again after 429 and 500, waits as told, and carries one idempotency key", async () => {
    provider.answer(fails(429, { "retry-after-ms": "120" }), fails(500), good);
    const { runner, degraded } = setUp();
    const started = performance.now();
    expect(await runner.generate("qa", call)).toMatchObject({ score: 7 });
    expect(performance.now() - started).toBeGreaterThan(115);
    expect(provider.requests).toHaveLength(3);
    const keys = new Set(provider.requests.map(({ headers }) => headers["idempotency-key"]));
    expect(keys.size).toBe(1);
    expect([...keys][0]).toMatch(/^[0-9a-f]{64}$/);
    expect(degraded).toEqual([]);
  });

  it.each([
    ["a connection that breaks off", breaksOff],
    ["silence", staysSilent],
  ])("is asked again after %s", async (_, reaction) => {
    provider.answer(reaction, good);
    expect(await setUp().runner.generate("qa", call)).toMatchObject({ score: 7 });
    expect(provider.requests).toHaveLength(2);
  });

  it.each([
    ["words around the JSON", says('Here it is:\n```json\n{"score": 6, "criteria": []}\n```\nDone.'), 1],
    ["broken JSON", says('{"score": 6, "criteria": ['), 2],
    ["half an answer", says('{"score": 6, "crit', "length"), 2],
    ["JSON of another shape", says('{"rating": 6}'), 2],
  ])("may answer with %s", async (_, reaction, requests) => {
    provider.answer(reaction, good);
    const { runner, usage, degraded } = setUp();
    const answer = await runner.generate("qa", call);
    expect(answer.score).toBe(requests === 1 ? 6 : 7);
    expect(provider.requests).toHaveLength(requests);
    // What could not be used was billed all the same.
    expect(usage).toHaveLength(requests);
    expect(degraded).toEqual([]);
    if (requests === 2) expect(JSON.stringify(provider.requests[1]?.body)).toContain("cannot be used");
  });

  it.each([
    ["401", fails(401), /refused the key/, 1],
    ["404", fails(404), /does not know this model/, 1],
    ["500 for good", fails(500), /HTTP 500/, 3],
    ["an hour's patience", fails(429, { "retry-after": "3600" }), /limiting requests/, 1],
    ["broken JSON twice", says("no"), /could not be used twice/, 2],
    ["silence for good", staysSilent, /in time/, 3],
  ])("that gives %s is replaced by the built-in one, and that is said", async (_, reaction, reason, requests) => {
    provider.answer(reaction);
    const { runner, usage, degraded } = setUp();
    const answer = await runner.generate("qa", call);
    expect(answer.criteria.length).toBeGreaterThan(0);
    expect(provider.requests).toHaveLength(requests);
    expect(degraded).toEqual([expect.stringMatching(reason)]);
    expect(degraded[0]).toMatch(/compatible\/test.*builtin\/writer was used instead/);
    expect(usage.at(-1)).toMatchObject({ modelId: "builtin/writer", costUsd: 0 });
    // A later phase does not wait for it again.
    await runner.generate("qa", call);
    expect(provider.requests).toHaveLength(requests);
  });

  it("that cannot be reached is replaced as well", async () => {
    const gone = new TestingProvider();
    const address = await gone.start();
    gone.stop();
    const { runner, degraded } = setUp({ environment: { OPENAI_COMPATIBLE_BASE_URL: address } });
    await runner.generate("qa", call);
    expect(degraded).toEqual([expect.stringMatching(/cannot be reached/)]);
  });

  it("fails with phase, reason and remedy where nothing may stand in for it", async () => {
    provider.answer(fails(404));
    await expect(setUp(strict).runner.generate("creative", call)).rejects.toMatchObject({
      code: "MODEL_NOT_FOUND",
      message: expect.stringMatching(/compatible\/test failed in the phase "creative".*Check the model's name/),
      details: expect.objectContaining({ phase: "creative", retryable: false }),
    });
    provider.answer(fails(503));
    await expect(setUp(strict).runner.generate("creative", call)).rejects.toMatchObject({
      code: "SERVICE_UNAVAILABLE",
      details: expect.objectContaining({ retryable: true }),
    });
  });

  it("stops at once when the task is cancelled, without a substitute", async () => {
    const controller = new AbortController();
    provider.answer(() => controller.abort(new Error("cancelled")));
    const { runner, usage } = setUp({ signal: controller.signal });
    await expect(runner.generate("qa", call)).rejects.toThrow("cancelled");
    expect(usage).toEqual([]);
  });
});

describe("an image model", () => {
  const png = sharp({ create: { width: 512, height: 512, channels: 3, background: "#336699" } })
    .png()
    .toBuffer();
  const request = {
    modelName: null,
    modelsByPhase: { image: "compatible/flux" },
    qualityPreference: "balanced" as const,
  };

  it("draws, and is cropped to the size that was asked for", async () => {
    provider.answer(draws(new Uint8Array(await png)));
    const { runner, usage } = setUp({ request });
    const image = await runner.drawImage("image", cover);
    expect(await sharp(image.bytes).metadata()).toMatchObject({ width: 1200, height: 630, format: "png" });
    expect(image.modelId).toBe("compatible/flux");
    expect(usage[0]).toMatchObject({ images: 1, costUsd: null });
  });

  it("is replaced by the painter when it fails", async () => {
    provider.answer(fails(401));
    const { runner, degraded } = setUp({ request });
    const image = await runner.drawImage("image", cover);
    expect(await sharp(image.bytes).metadata()).toMatchObject({ width: 1200, height: 630, format: "png" });
    expect(image.credit).toMatch(/builtin\/painter/);
    expect(degraded).toHaveLength(1);
  });
});
