import { splitMarkdown } from "#task-types/blocks/markdown-blocks.ts";
import { expect, expectAccessible, open, openOnDesk, test } from "../support/browser.ts";

test("one paragraph is sent back, and it alone is written again", async ({ page, api, db, unique }) => {
  const title = `Tides of ${unique}`;
  const id = await openOnDesk(page, api, unique, title);
  const revisions = () => db`
    select r.number, r.content, r.result from revisions r join tasks t on t.uid = r.task_uid
    where t.id = ${id} order by r.number`;
  const [first] = await revisions();
  const passages = splitMarkdown(first?.content);
  const chosen = passages.findIndex(
    ({ type, text }, index) => index > 0 && type === "paragraph" && text.split(". ").length > 1,
  );
  const paragraph = passages[chosen];
  if (!paragraph) throw new Error("the draft has no paragraph of several sentences");
  const opening = paragraph.text.slice(0, 40);

  await test.step("comment on the paragraph", async () => {
    const target = page.locator("[data-preview] p").filter({ hasText: opening });
    await target.selectText();
    await page.keyboard.press("c");
    const field = page.getByRole("textbox", { name: "Comment on the selection" });
    await field.fill("shorter");
    await field.press("Control+Enter");
    await expect(field).toHaveCount(0);
    const [comment] = await db`
      select c.body, c.anchor from comments c join tasks t on t.uid = c.task_uid where t.id = ${id}`;
    expect(comment).toMatchObject({ body: "shorter", anchor: { quote: expect.stringContaining(opening) } });
  });

  await test.step("send back nothing but it", async () => {
    await page
      .getByRole("toolbar", { name: "Decide" })
      .getByRole("button", { name: /Send back/ })
      .click();
    const dialog = page.getByRole("dialog", { name: "Send back" });
    await dialog.getByRole("radio", { name: "Only the commented passages (1)" }).check();
    const list = dialog.getByRole("list", { name: "Which passages" });
    await expect(list.getByRole("checkbox")).toHaveCount(passages.length);
    await expect(list.getByRole("checkbox", { checked: true })).toHaveCount(1);
    await expect(list.getByRole("listitem").nth(chosen).getByRole("checkbox")).toBeChecked();
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Send back" }).click();
    await expect(page.getByText(`Sent back: ${title}`)).toBeVisible();
    await expect
      .poll(async () => (await db`select status, round, revision, blocks from tasks where id = ${id}`)[0], {
        timeout: 60_000,
      })
      .toEqual({ status: "awaiting_approval", round: 2, revision: 2, blocks: [String(chosen)] });
  });

  await test.step("every other byte is as it was", async () => {
    const [before, after] = await revisions();
    const { start, end } = paragraph;
    const [head, tail] = [before?.content.slice(0, start), before?.content.slice(end)];
    expect(after?.content.startsWith(head)).toBe(true);
    expect(after?.content.endsWith(tail)).toBe(true);
    const rewritten = after?.content.slice(start, after.content.length - tail.length);
    expect(rewritten.length).toBeGreaterThan(0);
    expect(rewritten.length).toBeLessThan(paragraph.source.length);
    const derived = ["citations", "word_count", "reading_minutes", "quality_score", "qa_feedback"];
    const kept = (result: object) =>
      Object.fromEntries(Object.entries(result).filter(([field]) => !derived.includes(field)));
    expect(kept(after?.result)).toEqual(kept(before?.result));
    const phases = await db`
      select p.name, p.status, p.cost_usd from phases p join tasks t on t.uid = p.task_uid
      where t.id = ${id} and p.round = 2 order by p.ordinal`;
    expect(phases.map(({ name, status }) => `${name} ${status}`)).toEqual([
      ...["research reused", "creative done", "qa done", "image reused", "format done"],
    ]);
  });

  await test.step("the difference and its cost are there to read", async () => {
    await open(page, `/review?group=${unique}`);
    const round = page.getByRole("region", { name: "The last round" });
    await expect(round).toContainText("shorter");
    await expect(round).toContainText(`Made again: passage ${chosen + 1}, and nothing else.`);
    await expect(round).toContainText("cost $0");
    await round.getByRole("button", { name: "What changed since r1" }).click();
    await expect(page.getByText(/^1 of \d+ paragraphs changed\./)).toBeVisible();
    await expect(page.getByRole("deletion").first()).toBeVisible();
  });
});
