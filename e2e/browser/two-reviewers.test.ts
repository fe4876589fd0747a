import type { Page } from "@playwright/test";
import { expect, holdTheClock, open, test } from "../support/browser.ts";
import { openAs } from "../support/people.ts";

const reading = (page: Page) => page.getByRole("status", { name: "On the desk" });
const others = (page: Page) => page.getByRole("status", { name: "Who else is here" });
const row = (page: Page, title: string) =>
  page.getByRole("region", { name: "Waiting for review" }).getByRole("listitem").filter({ hasText: title });

test("two reviewers at one desk see each other, get different items, and do not collide", async ({
  page,
  browser,
  playwright,
  api,
  db,
  unique,
}) => {
  const titles = [`Kelp of ${unique}`, `Loam of ${unique}`, `Mire of ${unique}`];
  const ids: string[] = [];
  for (const topic of titles) ids.push((await api.createWaiting({ topic, task_source_group_id: unique })).task_id);
  const [first = "", second = "", third = ""] = titles;
  const ben = await openAs({ browser, playwright, db }, { name: `Ben ${unique}`, role: "reviewer" });
  const status = async (at: number) => (await db`select status from tasks where id = ${ids[at] ?? ""}`)[0]?.status;

  const heldBy = async (name: string) => {
    const rows = await db`
      select t.id from presence p join tasks t on t.uid = p.task_uid join users u on u.id = p.user_id
      where t.task_source_group_id = ${unique} and u.name = ${name} and p.left_at is null order by t.number`;
    return rows.map(({ id }) => id);
  };

  await test.step("each begins with an item of their own", async () => {
    await open(page, `/review?group=${unique}`);
    await expect(reading(page)).toContainText(first);
    await expect.poll(() => heldBy("Ada Admin")).toEqual([ids[0]]);
    await open(ben, `/review?group=${unique}`);
    await expect(reading(ben)).toContainText(second);
    await expect(row(ben, first)).toContainText("Ada Admin is reviewing this");
    await expect(row(page, second)).toContainText(`Ben ${unique} is reviewing this`);
    expect([await heldBy("Ada Admin"), await heldBy(`Ben ${unique}`)]).toEqual([[ids[0]], [ids[1]]]);
  });

  await test.step("the next is one that nobody has", async () => {
    await page.keyboard.press("a");
    await expect(reading(page)).toContainText(third);
    await expect.poll(() => status(0)).toBe("approved");
    await expect(row(ben, third)).toContainText("Ada Admin is reviewing this");
    await expect(row(ben, first)).toHaveCount(0);
  });

  await test.step("what another has is reached by a click, and says so before a decision", async () => {
    await row(page, second).getByRole("button").click();
    await expect(others(page)).toContainText(`Ben ${unique} is reviewing this`);
    await expect(others(ben)).toContainText("Ada Admin is reading this too");
    await page.keyboard.press("a");
    const dialog = page.getByRole("dialog", { name: `Ben ${unique} is reviewing this` });
    await dialog.getByRole("button", { name: `Leave it to Ben ${unique}` }).click();
    expect(await status(1)).toBe("awaiting_approval");
    await page.keyboard.press("a");
    await dialog.getByRole("button", { name: "Approve anyway" }).click();
    await expect.poll(() => status(1)).toBe("approved");
  });

  await test.step("who comes too late is told, and nothing of theirs is kept", async () => {
    await expect(ben.getByText("There is nothing to decide here any more.")).toBeVisible();
    await expect.poll(() => heldBy("Ada Admin")).toEqual([ids[2]]);
    await row(ben, third).getByRole("button").click();
    await expect(reading(ben)).toContainText(third);
    await expect(others(ben)).toContainText("Ada Admin is reviewing this");
    await ben.route(`**/api/tasks/${ids[2]}/reject`, async (route) => {
      await api.post(`/api/tasks/${ids[2]}/approve`);
      await route.continue();
    });
    await ben.keyboard.press("r");
    await ben
      .getByRole("dialog", { name: "Ada Admin is reviewing this" })
      .getByRole("button", { name: /anyway/ })
      .click();
    await expect(ben.getByRole("dialog", { name: "Reject" }).getByRole("radio").first()).toBeFocused();
    await ben.keyboard.press("1");
    await ben.keyboard.press("Control+Enter");
    await expect(ben.getByText(`Not decided: ${third}`)).toBeVisible();
    expect(await status(2)).toBe("approved");
    const reviews = await db`
      select r.decision from reviews r join tasks t on t.uid = r.task_uid where t.id = ${ids[2] ?? ""}`;
    expect(reviews.map(({ decision }) => decision)).toEqual(["approved"]);
  });

  await test.step("who closes the page leaves nothing held", async () => {
    await ben.close({ runBeforeUnload: true });
    await expect
      .poll(
        () =>
          db`select 1 from presence p join users u on u.id = p.user_id where u.name = ${`Ben ${unique}`} and p.left_at is null`,
      )
      .toHaveLength(0);
  });
});

test("who reloads the desk keeps what they hold, although another reads it too", async ({
  page,
  browser,
  playwright,
  api,
  db,
  unique,
}) => {
  const { task_id: id } = await api.createWaiting({ topic: `Quay of ${unique}`, task_source_group_id: unique });
  const ben = await openAs({ browser, playwright, db }, { name: `Ben ${unique}`, role: "reviewer" });
  const visits = () => db<{ visit: string; name: string; since: Date }[]>`
    select p.visit, u.name, p.since from presence p join tasks t on t.uid = p.task_uid join users u on u.id = p.user_id
    where t.id = ${id} and p.left_at is null order by p.since`;
  await open(page, `/review?group=${unique}`);
  await expect.poll(async () => (await visits()).map(({ name }) => name)).toEqual(["Ada Admin"]);
  await open(ben, `/review?group=${unique}&task=${id}`);
  await expect(others(page)).toContainText(`Ben ${unique} is reading this too`);
  const [before] = await visits();

  await page.reload({ waitUntil: "commit" });
  // It is back in time, however slow the machine: once its leaving was heard, there is time enough.
  const extend = () => db`
    update presence set return_by = return_by + interval '5 minutes'
    where visit = ${before?.visit ?? ""} and left_at is not null returning visit`;
  await expect.poll(extend).toHaveLength(1);
  const isBack = ({ name, visit }: { name: string; visit: string }) => name === "Ada Admin" && visit !== before?.visit;
  await expect.poll(async () => (await visits()).some(isBack)).toBe(true);
  expect((await visits())[0]).toMatchObject({ name: "Ada Admin", since: before?.since });
  await expect(reading(page)).toContainText(`Quay of ${unique}`);
  await expect(others(page)).toContainText(`Ben ${unique} is reading this too`);
  await expect(others(ben)).toContainText("Ada Admin is reviewing this");
});

test("a snoozed item leaves every desk, and comes back by itself", async ({
  page,
  browser,
  playwright,
  api,
  db,
  unique,
}) => {
  const titles = [`Nets of ${unique}`, `Oars of ${unique}`];
  const ids: string[] = [];
  for (const topic of titles) ids.push((await api.createWaiting({ topic, task_source_group_id: unique })).task_id);
  const [first = "", second = ""] = titles;
  const ben = await openAs({ browser, playwright, db }, { name: `Una ${unique}`, role: "reviewer" });
  const until = async () => (await db`select snoozed_until from tasks where id = ${ids[0] ?? ""}`)[0]?.snoozed_until;
  const readers = async (at: number) => {
    const rows = await db`
      select u.name from presence p join tasks t on t.uid = p.task_uid join users u on u.id = p.user_id
      where t.id = ${ids[at] ?? ""} and p.left_at is null`;
    return rows.map(({ name }) => name);
  };
  await open(page, `/review?group=${unique}`);
  await expect(reading(page)).toContainText(first);
  await expect.poll(() => readers(0)).toEqual(["Ada Admin"]);
  await open(ben, `/review?group=${unique}`);
  await expect(row(ben, first)).toBeVisible();
  // Else the desk puts it up for both of them, and takes no key for a moment, which with a held clock does not end.
  await expect(row(page, second)).toContainText(`Una ${unique} is reviewing this`);

  await holdTheClock(page);
  await page.keyboard.press("h");
  await expect(page.getByRole("dialog", { name: "Snooze" })).toBeVisible();
  await page.keyboard.press("1");
  await expect(page.getByText(/^Snoozed until/)).toBeVisible();
  await expect(row(page, first)).toHaveCount(0);
  await expect(row(ben, first)).toHaveCount(0);
  expect(await until()).not.toBeNull();

  await page.keyboard.press("z");
  await expect(row(ben, first)).toBeVisible();
  expect(await until()).toBeNull();

  await expect(reading(page)).toContainText(first);
  await page.keyboard.press("h");
  await expect(page.getByRole("dialog", { name: "Snooze" })).toBeVisible();
  await page.keyboard.press("1");
  await page.getByRole("button", { name: "Snoozed (1)" }).click();
  await expect(row(page, first)).toContainText("snoozed, back in");
  await page.getByRole("button", { name: "Back to what waits" }).click();
  // Only who is no longer there lets the other one have it.
  await open(ben, "/queue");
  await expect.poll(() => readers(1)).toEqual(["Ada Admin"]);
  await open(ben, `/review?group=${unique}`);
  await expect(ben.getByText("Others are reviewing all that waits")).toBeVisible();
  await db`update tasks set snoozed_until = now() - interval '1 second' where id = ${ids[0] ?? ""}`;
  await ben.getByRole("button", { name: "1 new" }).click();
  await expect(row(ben, first)).toBeVisible();
  await expect(row(ben, second)).toBeVisible();
  const [event] = await db`
    select e.type from task_events e join tasks t on t.uid = e.task_uid where t.id = ${ids[0] ?? ""} order by e.id desc limit 1`;
  expect(event?.type).toBe("snooze_ended");
});
