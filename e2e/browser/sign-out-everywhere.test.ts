import type { Failure } from "../support/api-client.ts";
import { open } from "../support/browser.ts";
import { expect, test } from "../support/team.ts";

test("signing out everywhere ends the other browser and the tokens, and keeps everybody else", async ({ team, db }) => {
  const [ana, ben] = [await team.join("Ana", "admin"), await team.join("Ben", "reviewer")];
  const [laptop, phone, anas] = [await team.open(ben), await team.open(ben), await team.open(ana)];
  await open(phone, "/review");
  await open(anas, "/review");
  await open(laptop, "/settings/you");
  await laptop.getByRole("button", { name: "Sign out everywhere" }).click();
  await laptop.getByRole("dialog").getByRole("button", { name: "Sign out everywhere" }).click();
  await laptop.waitForURL(/\/sign-in/);

  // Nobody touches the phone: its live stream ends, and the screen with it.
  await phone.waitForURL(/\/sign-in\?next=%2Freview/);
  await expect(phone.getByRole("button", { name: "Sign in" })).toBeVisible();
  const asPhone = await phone.context().request.get("/api/tasks");
  expect([asPhone.status(), (await asPhone.json()).error.code]).toEqual([401, "UNAUTHENTICATED"]);
  const byToken = await ben.api.get<Failure>("/api/tasks");
  expect([byToken.status, byToken.body.error.code]).toEqual([401, "UNAUTHENTICATED"]);

  expect((await ana.api.get("/api/tasks")).status).toBe(200);
  await expect(anas.getByRole("status").filter({ hasText: /^Live$/ })).toBeVisible();
  const [audited] = await db`
    select action, target_id from audit where account_id = ${team.accountId} and actor ->> 'id' = ${ben.id}`;
  expect(audited).toEqual({ action: "user.sign_out_everywhere", target_id: ben.id });
});

test("another role shapes the screen at once", async ({ team, unique }) => {
  const [ana, ben] = [await team.join("Ana", "admin"), await team.join("Ben", "viewer")];
  const { task_id: id } = await ana.api.createWaiting({ topic: `Brine of ${unique}` });
  const page = await team.open(ben);
  await open(page, `/queue/${id}`);
  const create = page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Create" });
  await expect(create).toBeHidden();
  await ana.api.patch(`/api/members/${ben.id}`, { role: "creator" });
  await expect(create).toBeVisible();
});
