import type { Browser, Page } from "@playwright/test";
import type { ApiClient } from "../support/api-client.ts";
import { expect, expectAccessible, open, test } from "../support/browser.ts";
import { hub } from "../support/hub.ts";

const password = "correct horse battery";

/** A reviewer who has joined by invitation, and a page on which they are signed in. */
async function join(browser: Browser, api: ApiClient, name: string, email: string): Promise<Page> {
  const invited = await api.post<{ invitation_url: string }>("/api/members/invite", { email, role: "reviewer" });
  const token = new URL(invited.body.invitation_url).searchParams.get("token");
  expect((await api.post("/api/invitations/accept", { token, name, password })).status).toBe(200);
  const context = await browser.newContext({ baseURL: hub.baseUrl, storageState: undefined });
  const { csrfToken } = await (await context.request.get("/api/auth/csrf")).json();
  const form = { csrfToken, email, password, json: "true", callbackUrl: "/" };
  expect((await context.request.post("/api/auth/callback/credentials", { form })).ok()).toBe(true);
  return context.newPage();
}

test("who is assigned and named hears of it at once, and reads it", async ({ browser, page, api, db, unique }) => {
  const name = `Ben ${unique}`;
  const ben = await join(browser, api, name, `${unique}@example.com`);
  const [{ id: benId } = { id: "" }] = await db<{ id: string }[]>`select id from users where name = ${name}`;
  const unread = async () =>
    (await db`select kind from notifications where user_id = ${benId} and read_at is null order by created_at`).map(
      ({ kind }) => kind,
    );
  const bell = ben.getByRole("button", { name: /^Notifications/ });
  const { task_id: id } = await api.createWaiting({ topic: `Locks of ${unique}`, task_source_group_id: unique });
  await open(ben, "/queue");
  await expect(bell).toHaveAccessibleName("Notifications");

  await api.post(`/api/tasks/${id}/assign`, { user_id: benId });
  await expect(bell).toHaveAccessibleName("Notifications 1 unread");

  await open(page, `/review?group=${unique}`);
  await page.keyboard.press("c");
  const field = page.getByRole("textbox", { name: "Comment" });
  await field.pressSequentially(`Is this right, @${name}`);
  const offered = page.getByRole("listbox", { name: "People to mention" }).getByRole("option");
  await expect(offered).toHaveText(new RegExp(`^${name}`));
  await expect(offered).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(field).toHaveValue(`Is this right, @${name} `);
  await page.keyboard.press("Control+Enter");
  await expect(bell).toHaveAccessibleName("Notifications 2 unread");
  expect(await unread()).toEqual(["assigned", "mentioned"]);
  const [comment] = await db`select body from comments where task_uid = (select uid from tasks where id = ${id})`;
  expect(comment?.body).toBe(`Is this right, @[${name}](user:${benId})`);

  await ben.keyboard.press("n");
  const panel = ben.getByRole("dialog", { name: "Notifications" });
  await expect(panel.getByRole("listitem")).toHaveCount(2);
  for (const colorScheme of ["light", "dark"] as const) {
    await ben.emulateMedia({ colorScheme });
    await expectAccessible(ben);
  }
  await ben.keyboard.press("ArrowDown");
  await ben.keyboard.press("Enter");
  await ben.waitForURL(`**/review?task=${id}`);
  await expect(ben.getByText(`Is this right, @${name}`)).toBeVisible();
  // The other one was about the same task: it is read with it.
  await expect(bell).toHaveAccessibleName("Notifications");
  expect(await unread()).toEqual([]);

  const other = await api.createWaiting({ topic: `Quays of ${unique}`, task_source_group_id: unique });
  await api.post(`/api/tasks/${other.task_id}/assign`, { user_id: benId });
  await expect(bell).toHaveAccessibleName("Notifications 1 unread");
  expect(await unread()).toEqual(["assigned"]);
  await ben.keyboard.press("Control+k");
  await ben.getByRole("option", { name: "Show notifications" }).click();
  await panel.getByRole("button", { name: "Mark all read" }).click();
  await expect(panel.getByRole("button", { name: "Mark all read" })).toBeHidden();
  expect(await unread()).toEqual([]);
  await ben.keyboard.press("Escape");
  await expect(bell).toHaveAccessibleName("Notifications");
  await ben.context().close();
});

test("what is mailed is chosen under Settings, and kept", async ({ page, db }) => {
  await open(page, "/settings/you");
  const failed = page.getByRole("checkbox", { name: /has failed/ });
  await expect(failed).toBeChecked();
  await expect(page.getByText("This hub sends no email yet")).toBeVisible();
  // Clicked and then looked at: a box that is bound to its data shows the choice a moment after the click.
  await failed.click();
  await expect(failed).not.toBeChecked();
  await page.getByRole("combobox", { name: /^A daily summary/ }).selectOption("17");
  await expect
    .poll(async () => (await db`select mailed, digest_hour from notification_settings where digest_hour = 17`)[0])
    .toEqual({ mailed: ["assigned", "mentioned", "due"], digest_hour: 17 });
  await page.reload();
  await expect(failed).not.toBeChecked();
  await expectAccessible(page);
  await failed.click();
  await expect(failed).toBeChecked();
});
