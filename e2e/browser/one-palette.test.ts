import { expect, expectAccessible, open, test } from "../support/browser.ts";

test("one palette of a concept is sent back, and every other file stays the file that it is", async ({
  page,
  api,
  db,
  unique,
}) => {
  const created = await api.post("/api/tasks", {
    ...{ task_type: "concept_generation", logo_description: `A leaf in a circle for ${unique}`, num_palettes: 2 },
    ...{ theme_description: "Warm coffee and caramel", requires_approval: true, task_source_group_id: unique },
  });
  expect(created.status).toBe(201);
  const id: string = created.body.task_id;
  await api.waitFor(id, "awaiting_approval");
  const revisions = () => db`
    select r.result from revisions r join tasks t on t.uid = r.task_uid where t.id = ${id} order by r.number`;
  const [first] = await revisions();
  const name: string = first?.result.variations[1].palette_name;
  await open(page, `/review?group=${unique}`);

  await test.step("comment on the palette", async () => {
    const card = page.getByRole("listitem").and(page.locator('[data-part="variations.1"]'));
    await expect(card).toHaveAttribute("tabindex", "0");
    await card.focus();
    await page.keyboard.press("c");
    const field = page.getByRole("textbox", { name: "Comment on Palette 2" });
    await field.fill("in green");
    await field.press("Control+Enter");
    await expect(field).toHaveCount(0);
    const comments = await db`
      select c.anchor from comments c join tasks t on t.uid = c.task_uid where t.id = ${id}`;
    expect(comments).toMatchObject([{ anchor: { path: "variations.1", words: name } }]);
  });

  await test.step("send back nothing but it", async () => {
    await page
      .getByRole("toolbar", { name: "Decide" })
      .getByRole("button", { name: /Send back/ })
      .click();
    const dialog = page.getByRole("dialog", { name: "Send back" });
    await expect(dialog.getByLabel("Feedback")).toHaveValue(`“${name}”: in green`);
    await dialog.getByRole("radio", { name: "Only the commented palettes (1)" }).check();
    const list = dialog.getByRole("list", { name: "Which palettes" });
    await expect(list.getByRole("listitem")).toContainText([/The mark/, /./, name]);
    await expect(list.getByRole("checkbox", { checked: true })).toHaveCount(1);
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Send back" }).click();
    await expect
      .poll(async () => (await db`select status, round, revision, blocks from tasks where id = ${id}`)[0], {
        timeout: 120_000,
      })
      .toEqual({ status: "awaiting_approval", round: 2, revision: 2, blocks: ["variations.1"] });
  });

  await test.step("the others are the files that they were", async () => {
    const [before, after] = await revisions();
    const others = ({ result }: { result: { variations: { palette_name: string }[]; files: object[] } }) => ({
      variations: result.variations.filter((_, at) => at !== 1),
      files: result.files.filter(
        (file) => (file as { palette_name: string }).palette_name !== result.variations[1]?.palette_name,
      ),
    });
    expect(others(after as never)).toEqual(others(before as never));
    expect(after?.result.image_url).toBe(before?.result.image_url);
    expect(after?.result.variations[1].palette_name).toBe("Green");
    expect(after?.result.variations[1].image_url).not.toBe(before?.result.variations[1].image_url);
  });

  await test.step("it is seen beside what it was, with what the round cost", async () => {
    await open(page, `/review?group=${unique}`);
    const round = page.getByRole("region", { name: "The last round" });
    await expect(round).toContainText("Made again: palette 2, and nothing else.");
    await expect(round).toContainText("cost $0");
    await round.getByRole("button", { name: "What changed since r1" }).click();
    const picture = page.getByRole("region", { name: "Palette 2, image" });
    for (const side of ["before", "after"]) {
      const image = picture.getByRole("img", { name: `Palette 2, image, ${side}` });
      await expect.poll(() => image.evaluate((seen: HTMLImageElement) => seen.naturalWidth)).toBe(1024);
    }
    await expect(page.getByRole("region", { name: "Palette 2, colors" }).getByText("After")).toBeVisible();
    await expect(page.getByRole("region", { name: /^Palette 1/ })).toHaveCount(0);
    await expectAccessible(page);
  });
});
