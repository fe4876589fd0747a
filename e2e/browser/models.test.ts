import { expectAccessible, open } from "../support/browser.ts";
import { expect, test } from "../support/team.ts";

test("a model is tried by its button, and the try is on record", async ({ team, db }) => {
  const ana = await team.join("Ana", "admin");
  const page = await team.open(ana);
  await open(page, "/settings/models");
  const row = page
    .getByRole("listitem")
    .filter({ has: page.getByRole("button", { name: /^Test builtin\// }) })
    .first();
  const model = (await row.locator("code").textContent()) ?? "";
  await row.getByRole("button", { name: `Test ${model}` }).click();
  await expect(row.getByRole("status")).toContainText("Works:");
  await expectAccessible(page);
  const audit = () => db`
    select actor ->> 'id' as by, detail from audit where account_id = ${team.accountId} and action = 'models.test' order by id`;
  expect(await audit()).toEqual([{ by: ana.id, detail: { model, ok: true } }]);

  await page.getByLabel("Test another model").fill("builtin/nothing-of-the-kind");
  await page.getByRole("button", { name: "Test", exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: "Does not work:" })).toBeVisible();
  expect((await audit()).at(-1)).toMatchObject({ detail: { model: "builtin/nothing-of-the-kind", ok: false } });
});

test("an admin sets what a model costs, and takes it back", async ({ team, db }) => {
  const ana = await team.join("Ana", "admin");
  const page = await team.open(ana);
  await open(page, "/settings/models");
  await page.getByText("models of providers that are not connected").click();
  const row = page.getByRole("listitem").filter({ has: page.getByText("openai/gpt-5-mini", { exact: true }) });
  await expect(row).toContainText(/list of \d{1,2} \w+ 20/);
  await row.getByRole("button", { name: "Set price of openai/gpt-5-mini" }).click();
  await page.getByLabel("Dollars per million read").fill("0.4");
  await page.getByLabel("Dollars per million written").fill("");
  await expect(page.getByRole("button", { name: "Set price", exact: true })).toBeDisabled();
  await page.getByLabel("Dollars per million written").fill("3");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Set price", exact: true }).click();
  await expect(row).toContainText("$0.40 in, $3.00 out per million tokens, set by Ana");
  const kept = async () =>
    (await db`select model_prices as prices from account_settings where account_id = ${team.accountId}`)[0]?.prices;
  const price = { unit: "tokens", input: 0.4, output: 3 };
  expect(await kept()).toEqual({ "openai/gpt-5-mini": { price, by: "Ana", at: expect.any(String) } });

  await row.getByRole("button", { name: "Set price of openai/gpt-5-mini" }).click();
  await page.getByRole("button", { name: /^Back to the list/ }).click();
  await expect(row).toContainText(/list of \d{1,2} \w+ 20/);
  expect(await kept()).toEqual({});
});
