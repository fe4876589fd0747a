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
