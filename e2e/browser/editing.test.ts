import type { Page } from "@playwright/test";
import type { Sql } from "postgres";
import { splitMarkdown } from "#task-types/blocks/markdown-blocks.ts";
import { expect, expectAccessible, open, test } from "../support/browser.ts";

type Stored = { number: number; content: string; result: Record<string, never>; origin: string; note: string | null };

async function revisionsOf(db: Sql, id: string): Promise<Stored[]> {
  return db<Stored[]>`
    select r.number, r.content, r.result, r.origin, r.note from revisions r join tasks t on t.uid = r.task_uid
    where t.id = ${id} order by r.number`;
}

async function edit(page: Page, id: string): Promise<void> {
  await open(page, `/queue/${id}?view=edit`);
  await expect(page.getByRole("region", { name: "Edit", exact: true })).toBeVisible();
}

const saved = (page: Page) => expect(page.getByText("Saved as a new revision")).toBeVisible();

test("one paragraph edited in rich text leaves every other byte of a post as it was", async ({
  page,
  api,
  db,
  unique,
}) => {
  const { task_id: id } = await api.createWaiting({ topic: `Deltas of ${unique}` });
  await edit(page, id);
  const text = page.getByRole("textbox", { name: "Text", exact: true });
  await text.getByRole("paragraph").first().click();
  await page.keyboard.press("End");
  await page.keyboard.type(" Silt stays.");
  await page.getByRole("button", { name: "Save revision" }).click();
  await saved(page);
  await expect(page.getByRole("article")).toContainText("Silt stays.");
  const [before, after] = await revisionsOf(db, id);
  const blocks = [before, after].map((revision) => splitMarkdown(revision?.content ?? "").map(({ source }) => source));
  const changed = blocks[1]?.findIndex((source, index) => source !== blocks[0]?.[index]) ?? -1;
  expect(blocks[1]?.[changed]).toContain("Silt stays.");
  const put = after?.content.replace(blocks[1]?.[changed] ?? "", () => blocks[0]?.[changed] ?? "");
  expect(put).toBe(before?.content);
});

test("one block is edited where it stands, with the keyboard alone", async ({ page, api, db, unique }) => {
  const { task_id: id } = await api.createWaiting({ topic: `Dykes of ${unique}` });
  await open(page, `/queue/${id}`);
  const pencil = page.getByRole("button", { name: "Edit this block" });
  await pencil.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  const form = page.getByRole("region", { name: "Edit this block" });
  await form.getByRole("tab", { name: "Source" }).click();
  const source = form.getByRole("textbox", { name: "This block" });
  const old = await source.inputValue();
  await source.fill(`${old} It was **here** before.`);
  await page.keyboard.press("Control+s");
  await saved(page);
  const [before, after] = await revisionsOf(db, id);
  expect(after?.content).toBe(before?.content.replace(old, () => `${old} It was **here** before.`));
  await expect(page.getByRole("article")).toContainText("It was here before.");
});

test("a quiz is edited question by question; its file follows, its approval does not", async ({ page, api, db }) => {
  const story = "The jetty opened on 3 May. It has 42 berths. Guests pay 180 kroner a night. The swim is on 14 June.";
  const created = await api.post("/api/tasks", {
    task_type: "quiz",
    story_prompt: story,
    difficulty: "easy",
    requires_approval: true,
  });
  const { task_id: id } = created.body;
  await api.waitFor(id, "awaiting_approval");
  await api.post(`/api/tasks/${id}/approve`);
  await edit(page, id);
  const first = page.getByRole("group", { name: "Question 1", exact: true });
  await first.getByRole("textbox", { name: "Question", exact: true }).fill("When did the jetty open?");
  const answer = first.getByRole("textbox", { name: "Answer 2", exact: true });
  const kept = await answer.inputValue();
  await answer.fill("");
  await page.getByRole("button", { name: "Save revision" }).click();
  await expect(first.getByText("Must not have an empty answer")).toBeVisible();
  expect(await revisionsOf(db, id)).toHaveLength(1);
  await answer.fill(`${kept}, it is said`);
  await first.getByRole("radio", { name: "Answer 2 is right" }).check();
  await page.getByRole("button", { name: "Save revision" }).click();
  await saved(page);
  const [task] = await db`select status, approved_sha256 from tasks where id = ${id}`;
  expect(task).toMatchObject({ status: "awaiting_approval", approved_sha256: null });
  const [before, after] = (await revisionsOf(db, id)).map(({ result }) => result as unknown as QuizResult);
  expect(after?.quiz.questions[0]).toMatchObject({
    question: "When did the jetty open?",
    correct_answer: `${kept}, it is said`,
  });
  expect(after?.quiz.questions.slice(1)).toEqual(before?.quiz.questions.slice(1));
  expect(after?.quiz_json_url).not.toBe(before?.quiz_json_url);
  await expect(page.getByText("When did the jetty open?")).toBeVisible();
});

type QuizResult = { quiz: { questions: Record<string, unknown>[] }; quiz_json_url: string };

test("two edits of one post are put together, and where both changed the same, one is chosen", async ({
  page,
  api,
  db,
  unique,
}) => {
  const waiting = await api.createWaiting({ topic: `Locks of ${unique}` });
  const { task_id: id } = waiting;
  await edit(page, id);
  await page.getByRole("textbox", { name: "Title", exact: true }).fill("Mine");
  await page.getByRole("textbox", { name: "Search title" }).fill("Searched by me");
  const { headers } = await api.get(`/api/tasks/${id}`);
  const other = { result: { title: "Theirs", excerpt: "Their excerpt." }, note: "Meanwhile" };
  await api.patch(`/api/tasks/${id}`, other, headers.get("etag"));
  const conflict = page.getByRole("alert", { name: "Changed meanwhile" });
  await expect(conflict).toContainText("made revision 2");
  await conflict.getByRole("radio", { name: "Take theirs" }).check();
  await conflict.getByRole("button", { name: "Put both together" }).click();
  await expect(page.getByRole("textbox", { name: "Title", exact: true })).toHaveValue("Theirs");
  await page.getByRole("button", { name: "Save revision" }).click();
  await saved(page);
  const [, , third] = await revisionsOf(db, id);
  expect(third?.result).toMatchObject({ title: "Theirs", excerpt: "Their excerpt.", seo_title: "Searched by me" });
});

test("revisions are compared by word and field, and an earlier one is restored whole", async ({
  page,
  api,
  db,
  unique,
}) => {
  const { task_id: id } = await api.createWaiting({ topic: `Fords of ${unique}` });
  const { headers } = await api.get(`/api/tasks/${id}`);
  await api.patch(
    `/api/tasks/${id}`,
    { content: "A ford is shallow.", result: { excerpt: "Shallow water." } },
    headers.get("etag"),
  );
  await open(page, `/queue/${id}?view=diff`);
  await expect(page.getByRole("insertion").first()).toBeVisible();
  await expect(page.getByRole("region", { name: "Excerpt" }).getByRole("insertion").first()).toHaveText("Shallow");
  await page.keyboard.press("l");
  await expect(page.getByRole("combobox", { name: "Layout" })).toHaveValue("sides");
  await page.locator("summary", { hasText: /^Revisions/ }).click();
  await page.getByRole("button", { name: "Restore revision 1" }).click();
  await expect(page.getByText("Revision 1 is the newest again")).toBeVisible();
  const [first, , third] = await revisionsOf(db, id);
  expect(third).toMatchObject({ ...first, number: 3, origin: "restored", note: "Revision 1 again" });
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme}, as wide as a phone`, () => {
    test.use({ colorScheme });

    test("editors and comparison are for everyone, and nothing hangs out", async ({ page, api, unique }) => {
      const { task_id: id } = await api.createWaiting({ topic: `Piers of ${unique}` });
      await edit(page, id);
      await page.setViewportSize({ width: 390, height: 844 });
      await page.getByRole("textbox", { name: "Text", exact: true }).click();
      await page.getByRole("button", { name: "Table", exact: true }).click();
      const tools = page.getByRole("toolbar", { name: "Table" });
      await tools.getByRole("button", { name: "Row below" }).click();
      await page.keyboard.type("Kelp");
      await expect(page.getByRole("textbox", { name: "Text", exact: true }).getByRole("table")).toContainText("Kelp");
      await tools.getByRole("button", { name: "Row below" }).focus();
      await page.keyboard.press("ArrowRight");
      await expect(tools.getByRole("button", { name: "Column left" })).toBeFocused();
      await expectAccessible(page);
      await page.getByRole("tab", { name: "Source" }).click();
      await page.getByRole("button", { name: "Find", exact: true }).click();
      await expect(page.getByRole("search")).toBeVisible();
      await expectAccessible(page);
      const [width, shown] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
      expect(width).toBeLessThanOrEqual(shown ?? 0);
    });
  });
}
