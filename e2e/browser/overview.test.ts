import type { Locator } from "@playwright/test";
import type { Sql } from "postgres";
import { open } from "../support/browser.ts";
import { expect, type Member, type Team, test } from "../support/team.ts";

test("every number of the overview leads to as many tasks, in any time zone", async ({ team, db }) => {
  const ana = await team.join("Ana", "admin");
  await makeHistory(team, ana, db);
  // Behind UTC, so that a day of the reader's begins in another day of the hub's.
  const page = await team.open(ana, { timezoneId: "America/Los_Angeles" });
  const figures = page.getByRole("region", { name: "The last two weeks" });
  const row = (name: RegExp) => figures.getByRole("row", { name }).getByRole("link");
  const links: [Locator, string | RegExp, number][] = [
    // First, for the day may end on the way.
    [page.getByRole("link", { name: /^Spent today/ }), "Spent today $0.50", 1],
    [figures.getByRole("link", { name: /^Made/ }), /^Made5/, 5],
    [figures.getByRole("link", { name: /^Approval rate/ }), "3 decided", 3],
    [figures.getByRole("link", { name: /^Quality/ }), "2 scored", 2],
    [figures.getByRole("link", { name: /^Cost per approved/ }), "$0.50 for 2", 2],
    [row(/^blog post 6 /i), /blog post/i, 6],
    [row(/^builtin\/other 1 /), "builtin/other", 1],
    [page.getByRole("link", { name: /failed$/ }), "1 failed", 1],
    [page.getByRole("link", { name: /^Rejected/ }), "1", 1],
    [page.getByRole("link", { name: /^Queue \d/ }), "Queue 0", 0],
  ];
  await open(page, "/");
  for (const [link, text, total] of links) {
    await expect(link).toContainText(text);
    await link.click();
    const status = page.getByRole("status").filter({ hasText: /^\d+ tasks?$/ });
    await expect(status).toHaveText(total === 1 ? "1 task" : `${total} tasks`);
    await page.goBack();
  }
});

/** Two approved, one rejected, one approved and taken back, one failed, one made before these two weeks. */
async function makeHistory(team: Team, { api }: Member, db: Sql): Promise<void> {
  const ids: string[] = [];
  for (const topic of ["Tides", "Reeds", "Creeks", "Flats", "Mud", "Sand", "Silt"]) {
    ids.push((await api.createWaiting({ topic })).task_id);
  }
  const [first = "", second = "", third = "", fourth = "", failed = "", old = ""] = ids;
  for (const id of [first, second, third]) expect((await api.post(`/api/tasks/${id}/approve`)).status).toBe(200);
  expect((await api.post(`/api/tasks/${third}/unapprove`)).status).toBe(200);
  expect((await api.post(`/api/tasks/${fourth}/reject`, { reason: "Too short" })).status).toBe(200);
  const account = team.accountId;
  await db`update tasks set quality_score = null where account_id = ${account} and id not in ${db([first, second, old])}`;
  await db`update tasks set status = 'failed' where account_id = ${account} and id = ${failed}`;
  // Made and asked for on another day than what is shown begins with.
  await db`update tasks set created_at = now() - interval '20 days' where account_id = ${account} and id = ${old}`;
  await db`
    update tasks set finished_at = now() - interval '20 days', model_name = model_used, model_used = 'builtin/other'
    where account_id = ${account} and id = ${second}`;
  await db`
    update phases set cost_usd = 0.5, finished_at = now() where account_id = ${account} and name = (
      select name from phases p where p.task_uid = phases.task_uid order by ordinal limit 1)
      and task_uid = (select uid from tasks where account_id = ${account} and id = ${old})`;
}
