import type { Page } from "@playwright/test";
import type { TiptapEditorHTMLElement } from "@tiptap/core";
import { expect, expectAccessible, open, test } from "../support/browser.ts";
import { admin } from "../support/hub.ts";

const png = "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGNQSFgARAwQCgAdjgSBQe+XXgAAAABJRU5ErkJggg==";

/** As a screenshot is pasted: a file on the clipboard, and nothing else; once the editor has heard where the cursor is. */
async function pastePicture(page: Page, name: string): Promise<void> {
  await page.waitForFunction(() => {
    const { editor } = document.activeElement as TiptapEditorHTMLElement;
    const { focusNode, focusOffset } = getSelection() ?? {};
    return editor && focusNode && editor.view.posAtDOM(focusNode, focusOffset ?? 0) === editor.state.selection.head;
  });
  await page.evaluate(
    ([data = "", file = ""]) => {
      const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([bytes], file, { type: "image/png" }));
      document.activeElement?.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
      );
    },
    [png, name],
  );
}

test("tasks are ticked, a footnote and a picture put in, and readers get all three", async ({
  page,
  visitor,
  api,
  db,
  unique,
}) => {
  const { task_id: id } = await api.createWaiting({ topic: `Groynes of ${unique}` });
  const { headers } = await api.get(`/api/tasks/${id}`);
  const content = "Groynes hold *sand*.\n\n* [ ] Ask the harbour\n* [x] Draw the map\n\nThe end.";
  await api.patch(`/api/tasks/${id}`, { content }, headers.get("etag"));
  await open(page, `/queue/${id}?view=edit`);
  const text = page.getByRole("textbox", { name: "Text", exact: true });
  await expect(text.getByRole("checkbox", { name: "Draw the map" })).toBeChecked();
  await text.getByRole("checkbox", { name: "Ask the harbour" }).check();
  await text.getByText("The end.").click();
  await page.keyboard.press("End");
  await page.getByRole("button", { name: "Footnote" }).click();
  await page.keyboard.type("Measured in 2026.");
  await text.getByText("Groynes hold").click();
  await page.keyboard.press("End");
  await pastePicture(page, "low-tide.png");
  const picture = text.getByRole("img", { name: "low tide" });
  await expect(picture).toBeVisible();
  await expectAccessible(page);
  await picture.click();
  await page.getByLabel("What the picture shows").fill("Groynes at low tide");
  await page.getByRole("button", { name: "Save revision" }).click();
  await expect(page.getByText("Saved as a new revision")).toBeVisible();

  const [stored] = await db`
    select r.content from revisions r join tasks t on t.uid = r.task_uid where t.id = ${id} and r.number = 3`;
  const file = /artifact:([0-9a-f-]{36})/.exec(stored?.content)?.[1];
  expect(stored?.content).toBe(
    `Groynes hold *sand*.![Groynes at low tide](artifact:${file})\n\n* [x] Ask the harbour\n* [x] Draw the map\n\nThe end.[^1]\n\n[^1]: Measured in 2026.`,
  );
  const [owner] = await db`select t.id from artifacts a join tasks t on t.uid = a.task_uid where a.id = ${file ?? ""}`;
  expect(owner).toEqual({ id });

  await api.post(`/api/tasks/${id}/approve`);
  const { body } = await api.post(`/api/tasks/${id}/publish`);
  await visitor.goto(body.published_url ?? "");
  const published = visitor.getByRole("img", { name: "Groynes at low tide" });
  await expect(published).toBeVisible();
  expect(await published.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(2);
  expect(new URL(visitor.url()).pathname).toContain(`/p/${admin.accountSlug}/`);
  await expect(visitor.getByRole("checkbox").first()).toBeChecked();
  await expect(visitor.getByText("Measured in 2026.")).toBeVisible();
});

test("what is no picture is not taken, whatever it is called", async ({ page, api, unique }) => {
  const { task_id: id } = await api.createWaiting({ topic: `Moles of ${unique}` });
  await open(page, `/queue/${id}?view=edit`);
  await page.getByRole("textbox", { name: "Text", exact: true }).click();
  await page.getByRole("button", { name: "Picture", exact: true }).click();
  const file = { name: "harbour.png", mimeType: "image/png", buffer: Buffer.from("no picture at all") };
  await page.getByLabel("From this machine").setInputFiles(file);
  await expect(page.getByText("“harbour.png” was not put in")).toBeVisible();
  await expect(page.getByText("It is no picture, whatever its name says.")).toBeVisible();
});

test("one cell of a comparison is edited, and the report's table follows", async ({ page, api, db }) => {
  const { body: created } = await api.post("/api/tasks", {
    task_type: "market_research",
    topic: "Cargo bicycles for deliveries in cities",
    competitors: ["Velorum", "Packrad"],
    questions: ["What do they cost?"],
    source_material:
      "Price list of Velorum: The Velorum Haul costs 5,400 euros.\nPrice list of Packrad: The Packrad Two costs 6,900 euros.",
  });
  const { task_id: id } = created;
  await api.waitFor(id, "awaiting_approval");
  await open(page, `/queue/${id}?view=edit`);
  const table = page.getByRole("region", { name: "Comparison" });
  const cell = table.getByRole("textbox", { name: /^Velorum: / }).first();
  await cell.fill("5,600 euros since May");
  const source = table.getByRole("spinbutton", { name: /^Source of Velorum: / }).first();
  await source.fill("99");
  await page.getByRole("button", { name: "Save revision" }).click();
  await expect(table.getByText(/^Must be one of the sources/)).toBeVisible();
  await source.fill("1");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save revision" }).click();
  await expect(page.getByText("Saved as a new revision")).toBeVisible();
  const [stored] = await db`
    select r.content, r.result->'comparison'->'rows'->0->'cells'->0 as cell from revisions r
    join tasks t on t.uid = r.task_uid where t.id = ${id} and r.number = 2`;
  expect(stored?.cell).toEqual({ text: "5,600 euros since May", citation: 1 });
  expect(stored?.content).toContain("| Velorum | 5,600 euros since May [1] |");
});
