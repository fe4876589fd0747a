import type { Page } from "@playwright/test";
import type { Sql } from "postgres";
import { expect, expectAccessible, open, test } from "../support/browser.ts";

/** 250 rows; those that are named here are faulty, by their number. */
const faults: Record<number, Record<string, string>> = {
  3: { difficulty: "hardish" },
  50: { num_questions: "99" },
  100: { story_prompt: "" },
  101: { num_questions: "2.5" },
  177: { priority: "someday" },
  200: { num_questions: "many" },
  250: { difficulty: "" },
};
const rowCount = 250;
const columns = ["story_prompt", "difficulty", "num_questions", "priority", "group"] as const;

function table(group: string): Record<string, string>[] {
  return Array.from({ length: rowCount }, (_, index) => ({
    // A comma, a quotation mark and a line break: what breaks a careless reader of CSV.
    story_prompt: `Story ${index + 1} of ${group}, "told"\nin two lines. The tide comes twice a day.`,
    difficulty: "easy",
    num_questions: "1",
    priority: "low",
    group,
    ...faults[index + 1],
  }));
}

function csv(group: string): string {
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
  return [columns.join(","), ...table(group).map((row) => columns.map((name) => cell(row[name] ?? "")).join(","))].join(
    "\r\n",
  );
}

async function drop(page: Page, name: string, text: string): Promise<void> {
  await open(page, "/create/import");
  await page.getByLabel("File to import").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
}

/** The numbers of the rows whose tasks exist; a row that was made twice is in it twice. */
async function madeRows(db: Sql, group: string): Promise<number[]> {
  const rows = await db`
    select (substring(request_data->>'story_prompt' from '^Story (\\d+) '))::int as row
    from tasks where task_source_group_id = ${group} order by 1`;
  return rows.map(({ row }) => Number(row));
}

const numbers = Array.from({ length: rowCount }, (_, index) => index + 1);

test.afterEach(async ({ api, db, unique }) => {
  const rows = await db`select id from tasks where task_source_group_id = ${unique}`;
  for (let at = 0; at < rows.length; at += 100) {
    await api.post("/api/tasks/bulk-delete", { task_ids: rows.slice(at, at + 100).map(({ id }) => id) });
  }
});

test("of 250 rows 7 are faulty: each says why at its row, one is mended, and exactly the sound ones are made, once", async ({
  page,
  db,
  unique,
}) => {
  await drop(page, "stories.csv", csv(unique));
  await expect(page.getByLabel("Type")).toHaveValue("quiz");
  await expect(page.getByText("stories.csv")).toContainText("250 rows");
  const faultList = page.getByRole("region", { name: "Faults" });
  await expect(faultList.getByRole("status")).toHaveText("7 rows with faults");
  await expect(faultList.getByRole("listitem")).toHaveText([
    "Row 3: Difficulty must be easy, medium or hard",
    "Row 50: Questions must be from 1 to 50",
    "Row 100: Story is needed",
    "Row 101: Questions must be a whole number",
    "Row 177: Priority must be low, normal, high or urgent",
    "Row 200: Questions must be a number",
    "Row 250: Difficulty is needed",
  ]);
  await expectAccessible(page);
  expect(await madeRows(db, unique)).toEqual([]);

  await faultList.getByRole("button", { name: "Row 200:" }).click();
  const cell = page.getByRole("textbox", { name: "Row 200, num_questions" });
  await expect(cell).toBeFocused();
  await expect(cell).toHaveAttribute("aria-invalid", "true");
  await cell.fill("2");
  await expect(faultList.getByRole("status")).toHaveText("6 rows with faults");

  await page.getByRole("button", { name: "Create 244 tasks" }).click();
  await expect(page.getByRole("status").filter({ hasText: "244 tasks made" })).toContainText("6 with faults stay here");
  const sound = numbers.filter((row) => row === 200 || !faults[row]);
  expect(await madeRows(db, unique)).toEqual(sound);

  await page.reload();
  await expect(page.getByRole("status").filter({ hasText: "244 tasks made" })).toBeVisible();
  await expect(page.getByRole("button", { name: /Create|Send the other/ })).toHaveCount(0);
  await page.getByRole("link", { name: "Open the group" }).click();
  await expect(page.getByRole("heading", { level: 1, name: unique })).toBeVisible();
});

test("sending goes on where it was when the page is closed in the middle of it, and makes nothing twice", async ({
  page,
  db,
  unique,
}) => {
  let batches = 0;
  let closed: () => void = () => {};
  const secondArrived = new Promise<void>((resolve) => {
    closed = resolve;
  });
  await page.route("**/api/tasks/bulk", async (route) => {
    batches += 1;
    // The hub makes the second hundred, and the page is gone before it hears of it.
    if (batches === 1) return route.continue();
    await route.fetch();
    closed();
  });
  await drop(page, "stories.csv", csv(unique));
  await page.getByRole("button", { name: "Create 243 tasks" }).click();
  await secondArrived;
  await expect(page.getByRole("progressbar", { name: "Rows sent" })).toHaveAttribute("aria-valuenow", "41");
  expect(await madeRows(db, unique)).toHaveLength(200);

  await page.unroute("**/api/tasks/bulk");
  await page.reload();
  await expect(page.getByRole("status").filter({ hasText: "243 tasks made" })).toBeVisible();
  expect(await madeRows(db, unique)).toEqual(numbers.filter((row) => !faults[row]));
});

test("rows that the hub alone can refuse stay behind with its reason; JSON Lines of several types go as they are", async ({
  page,
  db,
  unique,
}) => {
  const lines = [
    { task_type: "quiz", request_data: { story_prompt: `Story 1 of ${unique}. It is told.`, difficulty: "easy" } },
    { task_type: "blog_post", topic: `Dunes of ${unique}`, source_material: "Sand moves.", priority: "low" },
    {
      task_type: "quiz",
      story_prompt: `Story 3 of ${unique}. It is told.`,
      difficulty: "easy",
      reference_urls: ["http://127.0.0.1/"],
    },
    { task_type: "poem", topic: "A type that there is not" },
  ];
  await drop(page, "mixed.jsonl", lines.map((line) => JSON.stringify(line)).join("\n"));
  await page.getByLabel("Group", { exact: true }).fill(unique);
  const faultList = page.getByRole("region", { name: "Faults" });
  await expect(faultList.getByRole("listitem")).toHaveText(["Row 4: task type poem is no type of task"]);
  await page.getByRole("button", { name: "Create 3 tasks" }).click();
  await expect(page.getByRole("status").filter({ hasText: "2 tasks made" })).toContainText("2 with faults stay here");
  await expect(faultList.getByRole("listitem").first()).toHaveText(
    /^Row 3: Reference addresses: The address http:\/\/127\.0\.0\.1\/ is not allowed/,
  );
  const rows = await db`select task_type from tasks where task_source_group_id = ${unique} order by 1`;
  expect(rows.map((row) => row.task_type)).toEqual(["blog_post", "quiz"]);

  await page.getByRole("textbox", { name: "Row 3, reference_urls" }).fill("");
  await page.getByRole("button", { name: "Send the other 1" }).click();
  await expect(page.getByRole("status").filter({ hasText: "3 tasks made" })).toBeVisible();
  expect(await db`select from tasks where task_source_group_id = ${unique}`).toHaveLength(3);
});
