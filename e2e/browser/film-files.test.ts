import sharp from "sharp";
import { expect, open, test } from "../support/browser.ts";

test("a film takes its logo from the computer: another kind of file is refused in words", async ({
  page,
  api,
  db,
  unique,
}) => {
  const story = `The ferry to ${unique} leaves at noon.`;
  const square = sharp({ create: { width: 64, height: 64, channels: 3, background: "#ff00ff" } });
  const logo = { name: "logo.png", mimeType: "image/png", buffer: await square.png().toBuffer() };
  const song = { name: "song.mp3", mimeType: "audio/mpeg", buffer: Buffer.from("This is no music.") };

  await open(page, "/create");
  await page.getByRole("button", { name: /^Video/ }).click();
  const form = page.getByRole("form", { name: "Create Video" });
  await form.getByLabel("Story").fill(story);
  await form.getByLabel("Segments").fill("1");
  await form.getByLabel("Resolution").fill("320*180");
  const music = form.getByLabel("Uploaded music");
  await expect(music).toHaveAttribute("accept", /audio\/mpeg/);
  await music.setInputFiles(song);
  await expect(form.getByText("song.mp3 is text/plain, which this field does not take.")).toBeVisible();
  await form.getByLabel("Uploaded logo").setInputFiles(logo);
  await expect(form.getByRole("status").filter({ hasText: "logo.png" })).toBeVisible();
  await page.getByRole("button", { name: "Create task" }).click();
  await page.waitForURL(/\/queue\/[^/]+$/);
  const id = decodeURIComponent(new URL(page.url()).pathname.split("/").at(-1) ?? "");

  const [row] = await db`
    select t.request_data->>'logo_upload_id' as named, a.metadata->>'upload_id' as taken, a.content_type as type,
      t.request_data ? 'bgm_upload_id' as music
    from tasks t join artifacts a on a.task_uid = t.uid and a.role = 'upload' where t.id = ${id}`;
  expect(row).toMatchObject({ type: "image/png", music: false });
  expect(row?.taken).toBe(row?.named);
  await api.post("/api/tasks/bulk-delete", { task_ids: [id] });
});
