import { open } from "../support/browser.ts";
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
