import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { closeDb } from "#db/client.ts";
import { Listener } from "#db/listener.ts";
import { setModels } from "#domain/models/model-settings.ts";
import { testModel } from "#domain/models/test-model.ts";
import { createTestHub, type TestHub } from "#domain/tasks/testing.ts";
import { registerTestWorker } from "#domain/work/testing.ts";
import { loadDotEnv } from "#lib/env.ts";
import { builtinModels } from "#lib/models/builtin-models.ts";
import type { LocalServers } from "#lib/models/find-local-servers.ts";
import { answerModelTests } from "#worker/answer-model-tests.ts";
import { LocalFinder } from "#worker/models/local-finder.ts";
import { fails, says, TestingProvider } from "#worker/models/testing-provider.ts";

const provider = new TestingProvider();
const key = "sk-very-secret-key-0123456789";
let hub: TestHub;
let listener: Listener;
let stop = async () => {};
/** What is found on the worker's machine. */
const beside: LocalServers = {};

beforeAll(async () => {
  hub = await createTestHub();
  // The asking side listens through the process's own client.
  process.env.DATABASE_URL = hub.url;
  loadDotEnv();
  const url = await provider.start();
  process.env.OPENAI_BASE_URL = url;
  listener = new Listener(hub.appUrl);
  stop = await answerModelTests({
    db: hub.db,
    workerId: "tester",
    listen: (channel, onNotify) => listener.listen(channel, onNotify),
    finder: new LocalFinder(
      async () => beside,
      () => ({ OPENAI_COMPATIBLE_BASE_URL: url, OPENAI_COMPATIBLE_API_KEY: key, OPENAI_API_KEY: key }),
    ),
  });
});
// Nobody's heart beats here, and a worker that was not heard of for long is asked nothing.
beforeEach(() => registerTestWorker(hub.db, "tester"));
afterEach(() => provider.answer(fails(500)));
afterAll(async () => {
  delete process.env.OPENAI_BASE_URL;
  await stop();
  await listener.end();
  await closeDb(1);
  await hub.close();
  provider.stop();
});

const test = (model: string) => testModel(hub.ctx, model);

describe("the test of a model", () => {
  it("makes one call as a task would, and is written down", async () => {
    provider.answer(says("ready"));
    const result = await test("compatible/test");
    expect(result).toEqual({
      ok: true,
      model: "compatible/test",
      seconds: expect.any(Number),
      message: "It answered: “ready”.",
    });
    expect(result.seconds).toBeGreaterThan(0);
    expect(provider.requests).toMatchObject([{ body: { stream: true, model: "test" } }]);
    const [entry] =
      await hub.owner`select detail, target_type from audit where action = 'models.test' order by id desc limit 1`;
    expect(entry).toEqual({ detail: { model: "compatible/test", ok: true }, target_type: "settings" });
  });

  it.each(Object.keys(builtinModels))("builtin/%s answers too", async (name) => {
    expect(await test(`builtin/${name}`)).toMatchObject({
      ok: true,
      message: expect.stringMatching(/^It (answered|drew|spoke)/),
    });
  });

  it("follows the account's names", async () => {
    await setModels(hub.ctx, { model_aliases: { house: "compatible/test" } });
    provider.answer(says("ready"));
    expect(await test("house")).toMatchObject({ ok: true, model: "compatible/test" });
  });

  it.each([
    [401, /refused the key \(HTTP 401\)\. Check the provider's API key/],
    [404, /does not know this model \(HTTP 404\)\. Check the model's name/],
    [429, /limiting requests.*Try again later/],
    [500, /HTTP 500/],
  ])("says what HTTP %i means and what would help", async (status, message) => {
    provider.answer(fails(status));
    expect(await test("compatible/test")).toMatchObject({ ok: false, message: expect.stringMatching(message) });
    expect(provider.requests).toHaveLength(1);
  });

  it.each([
    ["anthropic/claude-haiku-4-5", /anthropic is not connected\. Set ANTHROPIC_API_KEY/],
    ["gpt-5", /No provider of this hub.*provider\/model/],
    ["builtin/poet", /no built-in model/],
  ])("says why %s cannot be tried", async (model, message) => {
    expect(await test(model)).toMatchObject({ ok: false, seconds: 0, message: expect.stringMatching(message) });
  });

  it("draws nothing that costs, and says what it would", async () => {
    expect(await test("openai/gpt-image-1")).toEqual({
      ok: true,
      model: "openai/gpt-image-1",
      seconds: 0,
      message: expect.stringMatching(/connected.*\$0\.011 to \$0\.25 per picture.*none was drawn/),
    });
    expect(provider.requests).toEqual([]);
  });

  it("never shows a key, even one that the provider quotes", async () => {
    provider.answer((response) => {
      response.writeHead(400, { "content-type": "application/json" });
      response.end(JSON.stringify({ error: { message: `The key ${key} is not valid here`, type: "error" } }));
    });
    const { message } = await test("compatible/test");
    expect(message).toContain("is not valid here");
    expect(message).not.toContain(key);
  });

  it("needs a worker", async () => {
    await hub.owner`update workers set stopped_at = now()`;
    await expect(test("builtin/writer")).rejects.toMatchObject({ code: "WORKER_UNAVAILABLE" });
  });
});
