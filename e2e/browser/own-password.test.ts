import { open } from "../support/browser.ts";
import { expect, password, test } from "../support/team.ts";

test("one's own password is changed for the old one, and every session ends with it", async ({ team, db }) => {
  const ben = await team.join("Ben", "reviewer");
  const [laptop, phone] = [await team.open(ben), await team.open(ben)];
  await open(phone, "/review");
  await open(laptop, "/settings/you");
  await laptop.getByRole("button", { name: "Change password" }).click();
  const dialog = laptop.getByRole("dialog");
  const [now, fresh] = [dialog.getByLabel("Password now"), dialog.getByLabel("New password")];
  const change = dialog.getByRole("button", { name: "Change password" });

  await now.fill("not the one of today");
  await fresh.fill("short");
  await change.click();
  await expect(fresh).toHaveAccessibleDescription(/At least 12 characters/);
  await fresh.fill("a new one, long enough");
  await change.click();
  await expect(now).toHaveAccessibleDescription(/is wrong/);
  await expect(now).toBeFocused();
  await now.fill(password);
  await change.click();

  await laptop.waitForURL(/\/sign-in\?next=%2Fsettings%2Fyou/);
  await phone.waitForURL(/\/sign-in\?next=%2Freview/);
  await laptop.getByLabel("Email").fill(ben.email);
  await laptop.getByLabel("Password").fill("a new one, long enough");
  await laptop.getByRole("button", { name: "Sign in" }).click();
  await expect(laptop.getByRole("button", { name: "Sign out everywhere" })).toBeVisible();
  const audited = await db`select action from audit where target_id = ${ben.id} order by id`;
  expect(audited.map(({ action }) => action)).toContain("user.password");
});
