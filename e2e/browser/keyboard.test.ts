import type { Page } from "@playwright/test";
import type { TaskResponse } from "#lib/contract/task-response.ts";
import type { ApiClient } from "../support/api-client.ts";
import { expect, holdTheClock, open, test } from "../support/browser.ts";

type Types = { types: { name: string; example: Record<string, unknown> }[] };

/** Twice ten types that the builtin models make in a moment. */
const quick = [
  ...["blog_post", "social_media", "email", "quiz", "text_generation"],
  ...["newsletter", "documentation", "data_retrieval", "business_analytics", "market_research"],
];

async function createTwenty(api: ApiClient, group: string): Promise<TaskResponse[]> {
  const { types } = (await api.get<Types>("/api/tasks/types")).body;
  const requests = [...quick, ...quick].map((name) => ({
    task_type: name,
    task_source_group_id: group,
    requires_approval: true,
    request_data: types.find((type) => type.name === name)?.example ?? {},
  }));
  const created = await api.post<TaskResponse[]>("/api/tasks/bulk", { tasks: requests });
  expect(created.status).toBe(200);
  return Promise.all(created.body.map(({ task_id: id }) => api.waitFor(id, "awaiting_approval")));
}

/** Presses keys as a person does who has no mouse, and waits for nothing but what the screen says. */
class Keyboard {
  readonly #page: Page;
  constructor(page: Page) {
    this.#page = page;
  }
  press(key: string) {
    return this.#page.keyboard.press(key);
  }
  reads(task: TaskResponse) {
    return expect(this.#page.getByRole("status", { name: "On the desk" })).toContainText(`Now reading ${task.title}.`);
  }
  says(text: string | RegExp) {
    return expect(this.#page.getByRole("region", { name: "Notices" })).toContainText(text);
  }
  async approve(task: TaskResponse) {
    await this.reads(task);
    await this.press("a");
    await this.says(`Approved: ${task.title}`);
  }
  async reject(task: TaskResponse, reason: string) {
    await this.reads(task);
    await this.press("r");
    await expect(this.#page.getByRole("dialog", { name: "Reject" }).getByRole("radio").first()).toBeFocused();
    await this.press(reason);
    await this.press("Control+Enter");
    await this.says(`Rejected: ${task.title}`);
  }
  async sendBack(task: TaskResponse, feedback: string) {
    await this.reads(task);
    await this.press("g");
    await expect(this.#page.getByLabel("Feedback")).toBeFocused();
    await this.#page.keyboard.type(feedback);
    await this.press("Control+Enter");
    await this.says(`Sent back: ${task.title}`);
  }
  async undo(task: TaskResponse) {
    await this.press("z");
    await this.says(`Taken back: ${task.title}`);
    await this.reads(task);
  }
}

test("a reviewer clears twenty mixed items by keyboard alone", async ({ page, api, db, unique }) => {
  const tasks = await createTwenty(api, unique);
  const at = (index: number) => tasks[index] as TaskResponse;
  const keys = new Keyboard(page);
  const decisions = async (task: TaskResponse) =>
    (
      await db`
        select r.decision from reviews r join tasks t on t.uid = r.task_uid where t.id = ${task.task_id} order by r.created_at`
    ).map(({ decision }) => decision);
  await open(page, `/review?group=${unique}`);
  await expect(page.getByRole("region", { name: "Waiting for review" })).toContainText("20 waiting");

  await test.step("the keys are told", async () => {
    await keys.press("?");
    const sheet = page.getByRole("dialog", { name: "Keys" });
    for (const label of ["Next", "Approve", "Skip for now", "Snooze, or bring back", "Take the last decision back"]) {
      await expect(sheet.getByRole("listitem").filter({ hasText: label }).first()).toBeVisible();
    }
    await keys.press("Escape");
    await expect(sheet).toBeHidden();
  });
  await test.step("approve, reject, skip; J and K", async () => {
    await keys.reads(at(0));
    await keys.press("j");
    await keys.reads(at(1));
    await keys.press("k");
    await keys.approve(at(0));
    await keys.reject(at(1), "2");
    await keys.reads(at(2));
    await keys.press("s");
  });
  await test.step("each decision is taken back by Z", async () => {
    await holdTheClock(page);
    await keys.approve(at(3));
    await keys.undo(at(3));
    await keys.reject(at(3), "1");
    await keys.undo(at(3));
    await keys.sendBack(at(3), "Ask harder questions");
    await keys.undo(at(3));
    await keys.press("h");
    await expect(page.getByRole("dialog", { name: "Snooze" })).toBeVisible();
    await keys.press("1");
    await keys.says(/Snoozed until/);
    await keys.undo(at(3));
    await keys.approve(at(3));
  });
  await test.step("comment, then decide", async () => {
    await keys.reads(at(4));
    await keys.press("c");
    const field = page.getByRole("textbox", { name: "Comment" });
    await expect(field).toBeFocused();
    await page.keyboard.type("Reads well");
    await keys.press("Control+Enter");
    await expect(field).not.toBeFocused();
    await expect(page.getByRole("complementary", { name: "Evidence" }).getByText("Reads well")).toBeVisible();
    await keys.approve(at(4));
  });
  await test.step("look at the data, edit, save, decide", async () => {
    await keys.approve(at(5));
    await keys.approve(at(6));
    for (const index of [7, 8, 9]) await keys.approve(at(index));
    await keys.reads(at(10));
    await keys.press("e");
    const title = page.getByRole("textbox", { name: "Title", exact: true });
    await expect(title).toBeVisible();
    for (let step = 0; step < 60 && !(await title.evaluate((field) => field === document.activeElement)); step++) {
      await keys.press("Tab");
    }
    await expect(title).toBeFocused();
    await keys.press("End");
    await page.keyboard.type(", revised");
    await keys.press("Control+s");
    await keys.says("Saved as a new revision");
    await keys.press("d");
    await expect(page.getByRole("tab", { name: "Diff to r1" })).toHaveAttribute("aria-selected", "true");
    await keys.press("a");
    await keys.says("Approved");
  });
  await test.step("the rest, and what was skipped comes last", async () => {
    for (let index = 11; index < 19; index++) await keys.approve(at(index));
    await keys.sendBack(at(19), "Shorter");
    await expect.poll(() => decisions(at(19))).toEqual(["sent_back"]);
    // Not to come back, however long the rest takes.
    await db`update tasks set run_after = now() + interval '1 hour' where id = ${at(19).task_id}`;
    await keys.approve(at(2));
    await expect(page.getByText("Nothing that fits waits")).toBeVisible();
  });

  // The list is ahead of the server.
  const approved = tasks.filter((_, index) => index !== 1 && index !== 19);
  const done = async () =>
    (await db`select id from tasks where task_source_group_id = ${unique} and status = 'approved' order by number`).map(
      ({ id }) => id,
    );
  await expect.poll(done).toEqual(approved.map(({ task_id: id }) => id));
  const rows = await db`
    select id, status, approved_sha256 = revision_sha256 as same, revision from tasks where task_source_group_id = ${unique}`;
  const stored = new Map(rows.map((row) => [row.id, row]));
  for (const { task_id: id } of approved) expect(stored.get(id)).toMatchObject({ status: "approved", same: true });
  expect(stored.get(at(1).task_id)).toMatchObject({ status: "rejected" });
  expect(stored.get(at(10).task_id)).toMatchObject({ revision: 2 });
  expect(await decisions(at(3))).toEqual([
    ...["approved", "unapproved", "rejected", "resubmitted", "sent_back", "recalled", "approved"],
  ]);
  const comments = await db`
    select c.body from comments c join tasks t on t.uid = c.task_uid where t.task_source_group_id = ${unique}`;
  expect(comments.map(({ body }) => body)).toEqual(["Reads well"]);
});

test("a comment stands beside its passage or question, leads to it, and is resolved", async ({
  page,
  api,
  db,
  unique,
}) => {
  const { types } = (await api.get<Types>("/api/tasks/types")).body;
  const example = types.find(({ name }) => name === "quiz")?.example ?? {};
  const created = await api.post("/api/tasks", {
    task_type: "quiz",
    task_source_group_id: unique,
    requires_approval: true,
    ...example,
  });
  const id = created.body.task_id;
  await api.waitFor(id, "awaiting_approval");
  await open(page, `/review?group=${unique}`);
  await page.getByRole("radio", { name: "All questions" }).or(page.getByText("All questions")).first().click();
  const question = page
    .getByRole("listitem")
    .filter({ has: page.locator("p") })
    .and(page.locator('[data-part="questions.1"]'));
  await question.focus();
  await page.keyboard.press("c");
  await page.getByRole("textbox", { name: "Comment on Question 2" }).fill("Too easy");
  await page.keyboard.press("Control+Enter");
  const margin = page.getByRole("list", { name: "Comments beside the text" });
  await margin.getByRole("button", { name: "Comment of Ada Admin" }).click();
  await expect(margin.getByText("Too easy")).toBeVisible();
  const [stored] = await db`
    select c.anchor, c.resolved_at from comments c join tasks t on t.uid = c.task_uid where t.id = ${id}`;
  expect(stored).toEqual({ anchor: { path: "questions.1", words: expect.any(String) }, resolved_at: null });
  await margin.getByRole("button", { name: /^Resolve/ }).click();
  await expect(margin.getByRole("listitem")).toHaveCount(0);
  await expect(page.getByText("1 resolved")).toBeVisible();
  const [after] = await db`
    select c.resolved_at from comments c join tasks t on t.uid = c.task_uid where t.id = ${id}`;
  expect(after?.resolved_at).not.toBeNull();
});
