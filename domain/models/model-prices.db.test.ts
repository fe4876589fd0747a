import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { setModels, setModelsSchema } from "#domain/models/model-settings.ts";
import { readNewTask } from "#domain/tasks/new-task.ts";
import { priceTask } from "#domain/tasks/price-task.ts";
import { createTestHub, type TestHub } from "#domain/tasks/testing.ts";

let hub: TestHub;
beforeAll(async () => {
  process.env.OPENAI_API_KEY ??= "a key of the tests";
  hub = await createTestHub();
});
afterAll(() => hub.close());
beforeEach(() => hub.owner`delete from account_settings`);

const priceTokens = (input: number, output: number) => ({ unit: "tokens" as const, input, output });
const set = (prices: object) => setModels(hub.ctx, setModelsSchema.parse({ model_prices: prices }));
const model = async (id: string, change: object = {}) => (await set(change)).models.find((model) => model.id === id);
const estimate = async (name: string, ctx = hub.ctx) =>
  (await priceTask(ctx, readNewTask({ task_type: "blog_post", topic: "Tides", models_by_phase: { creative: name } })))
    .cost_by_phase.creative;

it("is the list's, with its day, until an admin sets one; then it says who did and when, and is on record", async () => {
  const listed = { unit: "tokens", input: 1.25, output: 10 };
  expect(await model("openai/gpt-5")).toMatchObject({ price: listed, price_from: "list", price_set: null });
  const own = priceTokens(2.5, 20);
  expect(await model("openai/gpt-5", { "openai/gpt-5": own })).toMatchObject({
    price: own,
    price_from: "account",
    price_set: { by: hub.ctx.actor.name, at: expect.stringMatching(/^\d{4}-.*Z$/) },
    list_price: listed,
  });
  const [entry] = await hub.owner`select detail, actor ->> 'id' as by from audit order by id desc limit 1`;
  expect(entry).toEqual({
    by: hub.ctx.actor.id,
    detail: { changed: ["modelPrices"], model_prices: { "openai/gpt-5": own } },
  });
});

it("is what estimates reckon with from then on, in this account alone, also for a dated id", async () => {
  const before = (await estimate("openai/gpt-5")) ?? 0;
  await set({ "openai/gpt-5": priceTokens(2.5, 20) });
  expect(before).toBeGreaterThan(0);
  expect(await estimate("openai/gpt-5")).toBeCloseTo(2 * before, 9);
  expect(await estimate("openai/gpt-5-2025-08-07")).toBeCloseTo(2 * before, 9);
  expect(await estimate("openai/gpt-5", await hub.addAccount("Another"))).toBeCloseTo(before, 9);
});

it("stays unknown, not 0, until it is set, and is unknown again when it is taken back", async () => {
  const name = "openai/brand-new";
  expect(await estimate(name)).toBeNull();
  expect(await model(name, { [name]: priceTokens(1, 1) })).toMatchObject({ price_from: "account", list_price: null });
  expect(await estimate(name)).toBeGreaterThan(0);
  expect(await model(name, { [name]: null })).toBeUndefined();
  expect(await estimate(name)).toBeNull();
});

it("of one model leaves those of others, also when two admins set two at once", async () => {
  const names = ["openai/a", "openai/b", "openai/c"];
  await Promise.all(names.map((name, index) => set({ [name]: priceTokens(index, index) })));
  await set({ "openai/b": null });
  const [row] = await hub.owner<{ ids: string[] }[]>`
    select array(select jsonb_object_keys(model_prices) order by 1) as ids from account_settings`;
  expect(row?.ids).toEqual(["openai/a", "openai/c"]);
});

it.each([
  ["a figure that is missing", { "openai/gpt-5": { unit: "tokens", input: 1 } }, "output"],
  ["a figure below 0", { "openai/gpt-5": priceTokens(-1, 1) }, "input"],
  ["a figure of another unit", { "openai/tts-1": { unit: "minute", perMinute: 1, input: 2 } }, "input"],
  ["a unit that there is not", { "openai/gpt-5": { unit: "words", input: 1 } }, "unit"],
  ["a built-in model", { "builtin/writer": priceTokens(1, 1) }, "costs nothing"],
  ["a name without provider", { "gpt-5": priceTokens(1, 1) }, "provider/model"],
])("is refused for %s, and the fault is named", (_, prices, named) => {
  const { error } = setModelsSchema.safeParse({ model_prices: prices });
  expect(JSON.stringify(error?.issues)).toContain(named);
});

it("is set by admins only", async () => {
  await expect(setModels(hub.as("reviewer"), { model_prices: {} })).rejects.toMatchObject({ code: "FORBIDDEN" });
});
