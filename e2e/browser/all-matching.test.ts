import type { Page } from "@playwright/test";
import type { Sql } from "postgres";
import { open } from "../support/browser.ts";
import { expect, test } from "../support/team.ts";

const copies = 249;
const all = copies + 1;

/** Copies of a task that waits for approval, each with the revision that is to be approved. */
async function copyWaiting(db: Sql, id: string): Promise<void> {
  await db.begin(async (tx) => {
    await tx`
      insert into tasks select copied.*
      from tasks original, generate_series(1, ${copies}::int) n, lateral jsonb_populate_record(original, jsonb_build_object(
        'uid', gen_random_uuid(), 'id', original.id || '-' || n, 'number', original.number * 1000 + n,
        'title', 'Copy ' || n, 'created_at', original.created_at - n * interval '1 minute')) copied
      where original.id = ${id}`;
    await tx`
      insert into revisions select copied.*
      from tasks original
        join revisions r on r.task_uid = original.uid
        join tasks copy on copy.account_id = original.account_id and copy.id like original.id || '-%',
        lateral jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'task_uid', copy.uid)) copied
      where original.id = ${id}`;
  });
}

/** A hundred decisions are a hundred transactions' work, on a machine that may have more to do. */
const batch = { timeout: 60_000 };

const bar = (page: Page) => page.getByRole("toolbar", { name: "Selected tasks" });

test("all 250 that match are approved once each, though an answer is lost and the page is closed on the way", async ({
  team,
  db,
  unique,
}) => {
  const ana = await team.join("Ana", "admin");
  const { task_id: id } = await ana.api.createWaiting({ topic: `Weirs ${unique}`, task_source_group_id: unique });
  const { task_id: other } = await ana.api.createWaiting({ topic: `Elsewhere ${unique}` });
  await copyWaiting(db, id);
  const page = await team.open(ana);
  await open(page, `/queue?group=${unique}`);
  await page
    .getByRole("row")
    .filter({ has: page.locator(`a[href="/queue/${id}-7"]`) })
    .getByRole("checkbox")
    .check();
  await bar(page)
    .getByRole("button", { name: `Select all ${all} matching` })
    .click();
  await expect(bar(page).getByRole("status")).toContainText(`${all} tasks selected`, batch);

  // The hub carries the second hundred out, and the browser never hears of it.
  let batches = 0;
  await page.route("**/api/tasks/bulk-review", async (route) => {
    batches += 1;
    if (batches !== 2) return route.continue();
    await route.fetch(batch);
    return route.abort();
  });
  await bar(page)
    .getByRole("button", { name: `Approve ${all}` })
    .click();
  await expect(bar(page)).toContainText(`Approving stopped at 100 of ${all}`, batch);
  const approved = async () =>
    (await db`select count(*)::int as n from tasks where task_source_group_id = ${unique} and status = 'approved'`)[0]
      ?.n;
  expect(await approved()).toBe(200);

  await page.reload();
  await expect(bar(page)).toContainText(`Approving stopped at 100 of ${all}`);
  await bar(page).getByRole("button", { name: "Go on" }).click();
  // It stays for as long as the pointer rests on it.
  await page.getByText(`${all} tasks approved`).hover(batch);
  await expect(bar(page)).toBeHidden();
  expect(await approved()).toBe(all);
  const [audit] = await db`
    select count(*)::int as entries, count(distinct target_id)::int as tasks from audit
    where account_id = ${team.accountId} and action = 'task.approve'`;
  expect(audit).toEqual({ entries: all, tasks: all });
  const [left] = await db`select status from tasks where account_id = ${team.accountId} and id = ${other}`;
  expect(left).toEqual({ status: "awaiting_approval" });

  // Undo takes back what this run approved, and nothing else.
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText(`${all} approvals taken back`)).toBeVisible(batch);
  expect(await approved()).toBe(0);
});
