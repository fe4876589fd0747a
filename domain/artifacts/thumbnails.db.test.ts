import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readArtifact } from "#domain/artifacts/read-artifact.ts";
import { removeTaskArtifacts } from "#domain/artifacts/remove-task-artifacts.ts";
import { removeUnusedFile } from "#domain/artifacts/remove-unused-file.ts";
import { removeUnusedUploads } from "#domain/artifacts/remove-unused-uploads.ts";
import { storeArtifact } from "#domain/artifacts/store-artifact.ts";
import { takeUploads } from "#domain/artifacts/take-uploads.ts";
import { inAccount } from "#domain/context.ts";
import { deliverOutbox } from "#domain/outbox/deliver-outbox.ts";
import { createTestHub, insertTaskIn, type TestHub } from "#domain/tasks/testing.ts";
import { mainPicture } from "#lib/http/profiles/main-file.ts";
import { LocalArtifactStore } from "#lib/storage/local-artifact-store.ts";
import { typesetPdf } from "#task-types/documentation/typeset-pdf.ts";

let hub: TestHub;
const folder = mkdtempSync(join(tmpdir(), "hub-thumbnails-"));
const store = new LocalArtifactStore(folder);
beforeAll(async () => {
  hub = await createTestHub();
});
afterAll(async () => {
  await hub.close();
  rmSync(folder, { recursive: true, force: true });
});

const draw = (background: string) =>
  sharp({ create: { width: 900, height: 600, channels: 3, background } })
    .png()
    .toBuffer();
const png = { name: "a.png", role: "image", contentType: "image/png" };
const files = (row: { sha256: string; thumbnailSha256: string | null }) =>
  Promise.all([row.sha256, row.thumbnailSha256 ?? ""].map((sha256) => store.has(sha256)));
/** Whatever is due by now: the column keeps thousandths of a second, and rounds up. */
async function removeFiles() {
  await hub.owner`update outbox set not_before = now() - interval '1 second' where delivered_at is null`;
  await deliverOutbox(hub.db, { "artifact.remove": ({ payload }) => removeUnusedFile(hub.db, store, payload.sha256) });
}

it("a picture's thumbnail is kept with it, and goes with the last task that has it", async () => {
  const [mine, theirs] = [await insertTaskIn(hub.ctx, "completed"), await insertTaskIn(hub.ctx, "completed")];
  const bytes = await draw("#2050a0");
  const [row] = [
    await storeArtifact(hub.ctx, store, { ...png, bytes, taskUid: mine.uid }),
    await storeArtifact(hub.ctx, store, { ...png, bytes, taskUid: theirs.uid }),
  ];
  expect(row.thumbnailSha256).toMatch(/^[0-9a-f]{64}$/);
  expect(await files(row)).toEqual([true, true]);
  await inAccount(hub.ctx, (tx) => removeTaskArtifacts({ ...hub.ctx, tx }, mine.uid));
  await removeFiles();
  expect(await files(row)).toEqual([true, true]);
  await inAccount(hub.ctx, (tx) => removeTaskArtifacts({ ...hub.ctx, tx }, theirs.uid));
  await removeFiles();
  expect(await files(row)).toEqual([false, false]);
});

it("a document's thumbnail is its first page, and what has none says so", async () => {
  const task = await insertTaskIn(hub.ctx, "completed");
  const { bytes } = await typesetPdf("Twice a day the sea comes in.", "Tides", "en");
  const document = { name: "tides.pdf", role: "document", contentType: "application/pdf", taskUid: task.uid };
  const row = await storeArtifact(hub.ctx, store, { ...document, bytes: new Uint8Array(bytes) });
  expect(await files(row)).toEqual([true, true]);
  const page = await new Response(await store.open(row.thumbnailSha256 ?? "")).arrayBuffer();
  expect(await sharp(page).metadata()).toMatchObject({ format: "webp", height: 480, width: 340 });
  const [red] = (await sharp(page).stats()).channels;
  expect([red?.min ?? 255, red?.max]).toEqual([expect.toSatisfy((ink) => ink < 100), 255]);
  const result = { format: "pdf", document_url: `artifact:${row.id}` };
  expect(mainPicture(result)).toBe(result.document_url);
  expect(mainPicture({ ...result, format: "html" })).toBeNull();
  const none = await storeArtifact(hub.ctx, store, {
    ...document,
    contentType: "text/markdown",
    bytes: new Uint8Array([35]),
  });
  await expect(readArtifact(hub.ctx, none.id, "thumbnail")).rejects.toMatchObject({ code: "NOT_FOUND" });
});

it("a file that is another's thumbnail outlives its own task", async () => {
  const [first, second] = [await insertTaskIn(hub.ctx, "completed"), await insertTaskIn(hub.ctx, "completed")];
  const row = await storeArtifact(hub.ctx, store, { ...png, bytes: await draw("#a02050"), taskUid: first.uid });
  const thumbnail = new Uint8Array(await new Response(await store.open(row.thumbnailSha256 ?? "")).arrayBuffer());
  const webp = { ...png, contentType: "image/webp", bytes: thumbnail, taskUid: second.uid };
  expect(await storeArtifact(hub.ctx, store, webp)).toMatchObject({
    sha256: row.thumbnailSha256,
    thumbnailSha256: null,
  });
  await inAccount(hub.ctx, (tx) => removeTaskArtifacts({ ...hub.ctx, tx }, second.uid));
  await removeFiles();
  expect(await files(row)).toEqual([true, true]);
});

it("an upload's thumbnail is the task's that takes it, and goes with an upload that none takes", async () => {
  const upload = { ...png, role: "upload", taskUid: null };
  const [taken, left] = [
    await storeArtifact(hub.ctx, store, { ...upload, bytes: await draw("#50a020") }),
    await storeArtifact(hub.ctx, store, { ...upload, bytes: await draw("#806020") }),
  ];
  const task = await insertTaskIn(hub.ctx, "completed");
  const taker = { uid: task.uid, requestData: { upload: taken.id } };
  await inAccount(hub.ctx, (tx) => takeUploads({ ...hub.ctx, tx }, [taker]));
  const [copy] = await hub.owner`select thumbnail_sha256 from artifacts where task_uid = ${task.uid}`;
  expect(copy?.thumbnail_sha256).toBe(taken.thumbnailSha256);
  await hub.owner`update artifacts set created_at = now() - interval '25 hours' where task_uid is null`;
  await removeUnusedUploads(hub.db);
  await removeFiles();
  expect(await files(left)).toEqual([false, false]);
  expect(await files(taken)).toEqual([true, true]);
});

it("what cannot be drawn small is kept all the same, and what is only for download has no thumbnail", async () => {
  const task = await insertTaskIn(hub.ctx, "completed");
  const bytes = await draw("#00a0a0");
  const broken = { ...png, bytes: bytes.subarray(0, 200), taskUid: task.uid };
  expect(await storeArtifact(hub.ctx, store, broken)).toMatchObject({ thumbnailSha256: null });
  const download = { ...png, bytes, taskUid: task.uid, thumbnail: false };
  expect(await storeArtifact(hub.ctx, store, download)).toMatchObject({ thumbnailSha256: null });
});

it("when a thumbnail's bytes cannot be kept, neither row nor picture is left", async () => {
  const task = await insertTaskIn(hub.ctx, "completed");
  const kept: string[] = [];
  const half = {
    put: (sha256: string, bytes: Uint8Array) =>
      kept.push(sha256) === 1 ? store.put(sha256, bytes) : Promise.reject(new Error("no space left")),
  } as unknown as LocalArtifactStore;
  const stored = storeArtifact(hub.ctx, half, { ...png, bytes: await draw("#123456"), taskUid: task.uid });
  await expect(stored).rejects.toThrow("no space left");
  expect(await hub.owner`select from artifacts where task_uid = ${task.uid}`).toHaveLength(0);
  await removeFiles();
  expect(await store.has(kept[0] ?? "")).toBe(false);
});
