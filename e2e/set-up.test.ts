import type { Failure } from "./support/api-client.ts";
import { expect, test } from "./support/fixtures.ts";
import { admin, hub } from "./support/hub.ts";

test("the set-up link makes the first admin and account, once", async ({ page, db, anonymous }) => {
  await page.goto(hub.setupUrl);
  await page.getByLabel("Your name").fill(admin.name);
  await page.getByLabel("Email address").fill(admin.email);
  await page.getByLabel("Password").fill(admin.password);
  await page.getByLabel("Account name").fill(admin.accountName);
  await page.getByRole("button", { name: "Create the account" }).click();

  await page.waitForURL("/");
  await expect(page.getByRole("navigation").first()).toBeVisible();
  const [member] = await db`
    select u.name, u.email, m.role, a.name as account, a.slug
    from memberships m join users u on u.id = m.user_id join accounts a on a.id = m.account_id where u.email = ${admin.email}`;
  expect(member).toEqual({
    name: admin.name,
    email: admin.email,
    role: "admin",
    account: admin.accountName,
    slug: admin.accountSlug,
  });

  const { name, email, password, accountName } = admin;
  const token = new URL(hub.setupUrl).searchParams.get("token");
  const person = { name, email: `second-${email}`, password, account_name: accountName };
  const again = await anonymous.post<Failure>("/api/setup", { token, ...person });
  expect([again.status, again.body.error.code]).toEqual([404, "NOT_FOUND"]);
  expect(await db`select from users where email = ${person.email}`).toHaveLength(0);
});
