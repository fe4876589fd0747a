import { expectAccessible, open } from "../support/browser.ts";
import { expect, test } from "../support/team.ts";

test("what is selected in the queue is assigned and approved at one stroke", async ({ team, db, unique }) => {
  const [ana, ben] = [await team.join("Ana", "admin"), await team.join("Ben", "reviewer")];
  for (const name of ["Tides", "Reeds", "Creeks"]) {
    await ana.api.createWaiting({ topic: `${name} ${unique}`, task_source_group_id: unique });
  }
  const page = await team.open(ana);
  await open(page, "/queue");
  const select = async (...names: string[]) => {
    for (const name of names) {
      await page
        .getByRole("row", { name: new RegExp(`${name} ${unique}`) })
        .getByRole("checkbox")
        .check();
    }
  };
  const bar = page.getByRole("toolbar", { name: "Selected tasks" });
  const rows = () =>
    db`select split_part(title, ' ', 1) as name, status, assigned_to from tasks
      where account_id = ${team.accountId} order by number`;

  await select("Tides", "Reeds");
  await expect(bar.getByRole("status")).toContainText("2 tasks selected");
  await bar.getByRole("button", { name: "Assign" }).click();
  const dialog = page.getByRole("dialog", { name: "Assign 2 tasks" });
  await dialog.getByLabel("Assigned to").selectOption("Ben");
  await dialog.getByRole("button", { name: "Assign" }).click();
  await expect(page.getByText("2 tasks assigned")).toBeVisible();
  expect(await rows()).toEqual([
    { name: "Tides", status: "awaiting_approval", assigned_to: ben.id },
    { name: "Reeds", status: "awaiting_approval", assigned_to: ben.id },
    { name: "Creeks", status: "awaiting_approval", assigned_to: null },
  ]);

  await select("Reeds", "Creeks");
  await bar.getByRole("button", { name: "Approve" }).click();
  await expect(page.getByText("2 tasks approved")).toBeVisible();
  await expect(page.getByRole("row", { name: new RegExp(`Reeds ${unique}`) })).toContainText("Approved");
  expect((await rows()).map(({ status }) => status)).toEqual(["awaiting_approval", "approved", "approved"]);
  const audit = await db`
    select action, count(*)::int as count from audit where account_id = ${team.accountId}
      and action in ('task.assign', 'task.approve') group by 1 order by 1`;
  expect(audit).toEqual([
    { action: "task.approve", count: 2 },
    { action: "task.assign", count: 2 },
  ]);
});

test("what is selected is made urgent and gets a due date, by key and by click", async ({ team, db, unique }) => {
  const ana = await team.join("Ana", "admin");
  for (const name of ["Tides", "Reeds", "Creeks"]) {
    await ana.api.createWaiting({ topic: `${name} ${unique}`, task_source_group_id: unique });
  }
  const page = await team.open(ana);
  await open(page, "/queue");
  const bar = page.getByRole("toolbar", { name: "Selected tasks" });
  const select = async () => {
    for (const name of ["Tides", "Reeds"]) {
      const row = page.getByRole("row", { name: new RegExp(`${name} ${unique}`) });
      await row.getByRole("checkbox").check();
    }
    await expect(bar.getByRole("status")).toContainText("2 tasks selected");
  };
  const rows = () =>
    db`select split_part(title, ' ', 1) as name, priority, to_char(due_at, 'YYYY-MM-DD') as due from tasks
      where account_id = ${team.accountId} order by number`;

  await select();
  await bar.getByRole("button", { name: "Priority" }).click();
  await expect(page.getByRole("dialog", { name: "Priority of 2 tasks" })).toBeVisible();
  await page.keyboard.press("1");
  await expect(page.getByText("2 tasks given another priority")).toBeVisible();
  await select();
  await bar.getByRole("button", { name: "Due date" }).click();
  const dialog = page.getByRole("dialog", { name: "Due date of 2 tasks" });
  await dialog.getByRole("button", { name: "Set the date" }).click();
  await expect(dialog.getByText("Pick a day, or take the dates away")).toBeVisible();
  await dialog.getByLabel("Due").fill("2031-05-02");
  await dialog.getByRole("button", { name: "Set the date" }).click();
  await expect(page.getByText("2 tasks given another date")).toBeVisible();
  expect(await rows()).toEqual([
    { name: "Tides", priority: 3, due: "2031-05-02" },
    { name: "Reeds", priority: 3, due: "2031-05-02" },
    { name: "Creeks", priority: 1, due: null },
  ]);
  const audit = await db`
    select action, count(*)::int as count from audit where account_id = ${team.accountId}
      and action in ('task.priority', 'task.due') group by 1 order by 1`;
  expect(audit).toEqual([
    { action: "task.due", count: 2 },
    { action: "task.priority", count: 2 },
  ]);
  // The desk takes the urgent ones first.
  await open(page, "/review");
  const first = page.getByRole("region", { name: "Waiting for review" }).getByRole("listitem").nth(2);
  await expect(first).toContainText(`Creeks ${unique}`);
});

test("what was refused is told although the list shows it no more, and until it was read", async ({
  team,
  db,
  unique,
}) => {
  const [ana, ben] = [await team.join("Ana", "admin"), await team.join("Ben", "reviewer")];
  const taken = await ana.api.createWaiting({ topic: `Taken ${unique}`, task_source_group_id: unique });
  await ana.api.createWaiting({ topic: `Free ${unique}`, task_source_group_id: unique });
  const page = await team.open(ana);
  await open(page, `/queue?status=awaiting_approval&group=${unique}`);
  await page.getByRole("checkbox", { name: "Select every loaded task" }).check();
  await page.route("**/api/tasks/bulk-review", async (route) => {
    await ben.api.post(`/api/tasks/${taken.task_id}/approve`);
    await route.continue();
  });
  await page.getByRole("toolbar", { name: "Selected tasks" }).getByRole("button", { name: "Approve" }).click();

  const refused = page.getByRole("dialog", { name: "1 task refused" });
  await expect(refused).toContainText(`Taken ${unique}`);
  await expect(page.getByText("No task fits these filters")).toBeVisible();
  await page.reload();
  await expect(refused).toContainText(`Taken ${unique}`);
  await refused.getByRole("button", { name: "Close" }).click();
  await expect(refused).toBeHidden();
  await page.reload();
  await expect(page.getByText("No task fits these filters")).toBeVisible();
  await expect(refused).toBeHidden();
  const approvals = await db`
    select actor->>'id' as who, count(*)::int as count from audit
    where account_id = ${team.accountId} and action = 'task.approve' group by 1 order by 2`;
  expect(approvals.map(({ count }) => count)).toEqual([1, 1]);
});

test("on a phone, a long touch or a button begins to select, and the bar does the same things", async ({
  team,
  db,
  unique,
}) => {
  const [ana, ben] = [await team.join("Ana", "admin"), await team.join("Ben", "reviewer")];
  for (const name of ["Tides", "Reeds", "Creeks"]) {
    await ana.api.createWaiting({ topic: `${name} ${unique}`, task_source_group_id: unique });
  }
  const page = await team.open(ana);
  const touch = await page.context().newCDPSession(page);
  await touch.send("Emulation.setTouchEmulationEnabled", { enabled: true });
  await open(page, "/queue");
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByRole("button", { name: "Select", exact: true })).toBeVisible();
  const bar = page.getByRole("toolbar", { name: "Selected tasks" });
  const box = (name: string) => page.getByRole("checkbox", { name: `Select ${name} ${unique}` });
  const card = (name: string) => page.getByRole("listitem").filter({ hasText: `${name} ${unique}` });

  await test.step("a finger that rests on a task selects it, and does not open it", async () => {
    const { x = 0, y = 0, height = 0 } = (await card("Tides").boundingBox()) ?? {};
    const touchPoints = [{ x: x + 40, y: y + height / 2 }];
    await touch.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints });
    await expect(box("Tides")).toBeChecked();
    await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    await card("Reeds").click();
    await expect(bar.getByRole("status")).toContainText("2 tasks selected");
    await expect(box("Reeds")).toBeChecked();
    await expectAccessible(page);
  });

  await test.step("what a hand must hit is large enough, and above the navigation", async () => {
    const nav = await page.getByRole("navigation", { name: "Main" }).boundingBox();
    const foot = await bar.boundingBox();
    expect((foot?.y ?? 0) + (foot?.height ?? 0)).toBeLessThanOrEqual((nav?.y ?? 0) + 1);
    for (const button of await bar.getByRole("button").all()) {
      const { width = 0, height = 0 } = (await button.boundingBox()) ?? {};
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
    }
  });

  await test.step("the actions that have no room are behind More", async () => {
    await bar.getByRole("button", { name: "More for what is selected" }).click();
    await page.getByRole("menuitem", { name: "Assign" }).click();
    const dialog = page.getByRole("dialog", { name: "Assign 2 tasks" });
    await dialog.getByLabel("Assigned to").selectOption("Ben");
    await dialog.getByRole("button", { name: "Assign" }).click();
    await expect(page.getByText("2 tasks assigned")).toBeVisible();
    await expect(bar).toBeHidden();
    await expect(box("Tides")).toHaveCount(0);
  });

  await test.step("Select begins with nothing, Select all takes what is listed, Done ends it", async () => {
    await page.getByRole("button", { name: "Select", exact: true }).click();
    await expect(bar.getByRole("status")).toHaveText("Touch the tasks to select");
    await page.getByRole("button", { name: "Select all", exact: true }).click();
    await expect(bar.getByRole("status")).toContainText("3 tasks selected");
    await card("Creeks").click();
    await expect(bar.getByRole("status")).toContainText("2 tasks selected");
    await bar.getByRole("button", { name: "Approve" }).click();
    await expect(page.getByText("2 tasks approved")).toBeVisible();
    await page.getByRole("button", { name: "Select", exact: true }).click();
    await page.getByRole("button", { name: "Done", exact: true }).click();
    await expect(bar).toBeHidden();
  });
  const rows = await db`select split_part(title, ' ', 1) as name, status, assigned_to from tasks
    where account_id = ${team.accountId} order by number`;
  expect(rows).toEqual([
    { name: "Tides", status: "approved", assigned_to: ben.id },
    { name: "Reeds", status: "approved", assigned_to: ben.id },
    { name: "Creeks", status: "awaiting_approval", assigned_to: null },
  ]);
});
