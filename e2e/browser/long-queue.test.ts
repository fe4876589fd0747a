import type { Sql } from "postgres";
import type { TaskResponse } from "#lib/contract/task-response.ts";
import { expect, open, test } from "../support/browser.ts";

const copies = 149;

/** Copies of a finished task, each a minute older than the one before. */
async function copyTask(db: Sql, id: string): Promise<void> {
  await db`
    insert into tasks select copied.*
    from tasks original, generate_series(1, ${copies}::int) n, lateral jsonb_populate_record(original, jsonb_build_object(
      'uid', gen_random_uuid(), 'id', original.id || '-' || n, 'number', original.number * 1000 + n,
      'title', 'Copy ' || n, 'created_at', original.created_at - n * interval '1 minute')) copied
    where original.id = ${id}`;
}

test("of 150 tasks only the rows in sight are in the page; more come with the scroll, and J brings its row into sight", async ({
  page,
  api,
  db,
  unique,
}) => {
  const { body: made } = await api.post<TaskResponse>("/api/tasks", {
    task_type: "text_generation",
    task_source_group_id: unique,
    model_name: "builtin/writer",
    input_data: { prompt: "Hello" },
  });
  await api.waitFor(made.task_id, "completed");
  await copyTask(db, made.task_id);
  await open(page, `/queue?group=${unique}`);
  const table = page.getByRole("table");
  const box = table.locator("..");
  const titled = (number: number) => page.getByRole("link", { name: `Copy ${number}`, exact: true });
  const toTheEnd = () => box.evaluate((element) => element.scrollTo(0, element.scrollHeight));

  await expect(table).toHaveAttribute("aria-rowcount", `${copies + 2}`);
  await expect(titled(1)).toBeInViewport();
  expect(await table.getByRole("row").count()).toBeLessThan(60);
  const firstPage = await box.evaluate((element) => element.scrollHeight);

  await toTheEnd();
  await expect(titled(99)).toBeVisible();
  await expect(titled(1)).toHaveCount(0);
  await expect.poll(() => box.evaluate((element) => element.scrollHeight)).toBeGreaterThan(firstPage);
  await toTheEnd();
  await expect(titled(copies)).toBeInViewport({ ratio: 1 });
  expect(await table.getByRole("row").count()).toBeLessThan(60);

  for (let row = 0; row <= 60; row += 1) await page.keyboard.press("j");
  await expect(titled(60)).toBeInViewport({ ratio: 1 });
  await page.keyboard.press("o");
  const [row] = await db`select id from tasks where task_source_group_id = ${unique} and title = 'Copy 60'`;
  await expect(page).toHaveURL(new RegExp(`/queue/${row?.id}$`));
});
