import { createHash } from "node:crypto";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { createTestKey, startTestApi, type TestApi } from "#app/_server/testing.ts";
import { removeUnusedUploads } from "#domain/artifacts/remove-unused-uploads.ts";
import { findTakenUpload } from "#domain/artifacts/take-uploads.ts";
import type { Ctx } from "#domain/context.ts";
import { createTask } from "#domain/tasks/create-task.ts";
import { deleteTask } from "#domain/tasks/delete-task.ts";
import { readNewTask } from "#domain/tasks/new-task.ts";
import { createTestHub, type TestHub } from "#domain/tasks/testing.ts";
import type { JsonObject } from "#lib/contract/json.ts";
import { getArtifactStore } from "#lib/storage/get-artifact-store.ts";

let hub: TestHub;
let theirs: Ctx;
let api: TestApi;
let key: string;
beforeAll(async () => {
  hub = await createTestHub();
  theirs = await hub.addAccount("Second");
  api = await startTestApi(hub);
  ({ key } = await createTestKey(hub.ctx));
});
afterAll(async () => {
  await api.close();
  await hub.close();
});

/** Where files arrive: a folder of this test's own, for other tests upload at the same time. */
let arrivals: string;
beforeEach(async () => {
  arrivals = await mkdtemp(join(tmpdir(), "hub-arrivals-"));
  vi.stubEnv("TMPDIR", arrivals);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(arrivals, { recursive: true, force: true });
});

async function send(body: RequestInit["body"], headers: Record<string, string> = {}) {
  const init = { method: "POST", headers: { "x-api-key": key, ...headers }, body, duplex: "half" };
  const response = await fetch(`${api.url}/api/uploads`, init);
  return { status: response.status, body: await response.json(), headers: response.headers };
}

function form(content: BlobPart, name = "a.bin", type = "application/x-lie", field = "file"): FormData {
  const data = new FormData();
  data.set(field, new Blob([content], { type }), name);
  return data;
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

describe("an upload", () => {
  it("is kept under its hash, its type told by its content", async () => {
    const png = await sharp({ create: { width: 2, height: 2, channels: 3, background: "#a0c" } })
      .png()
      .toBuffer();
    const { status, body } = await send(form(new Uint8Array(png), "../../etc/photo.txt", "text/plain"));
    expect(status).toBe(201);
    expect(body).toMatchObject({ type: "image/png", size: png.length, name: "photo.txt" });
    expect(body.sha256).toBe(createHash("sha256").update(png).digest("hex"));
    expect(await getArtifactStore().has(body.sha256)).toBe(true);
    const [row] = await hub.owner`select * from artifacts where id = ${body.upload_id}`;
    expect(row).toMatchObject({ account_id: hub.ctx.actor.accountId, task_uid: null, role: "upload" });
  });

  it.each([
    ["a,b\n1,2\n", "text/plain"],
    ['{"a": 1}', "application/json"],
    ["[[1, 2]]", "application/json"],
    ["[sic] said the reader", "text/plain"],
    ['<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>', "image/svg+xml"],
    ["<?xml version='1.0'?><feed/>", "application/xml"],
    ["<html><script>alert(1)</script></html>", "text/plain"],
    [new Uint8Array([1, 2, 3, 0, 255]), "application/octet-stream"],
  ])("of %s is %s", async (content, type) => {
    const { body } = await send(form(content as BlobPart, "x.png", "image/png"));
    expect(body.type).toBe(type);
  });

  it("repeated under one Idempotency-Key has one id, and another body is refused", async () => {
    const headers = { "idempotency-key": "upload-1" };
    const first = await send(form("same", "a.csv"), headers);
    const again = await send(form("same", "a.csv"), headers);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    expect(await send(form("other", "a.csv"), headers)).toMatchObject({
      status: 422,
      body: { error: { code: "IDEMPOTENCY_MISMATCH" } },
    });
  });
});

describe("a body that is no upload", () => {
  it.each<[string, () => Promise<Awaited<ReturnType<typeof send>>>, number, string]>([
    ["JSON", () => send("{}", { "content-type": "application/json" }), 415, "UNSUPPORTED_MEDIA_TYPE"],
    ["nothing", () => send(undefined), 415, "UNSUPPORTED_MEDIA_TYPE"],
    ["no boundary", () => send("x", { "content-type": "multipart/form-data; a=b" }), 400, "VALIDATION_ERROR"],
    ["cut off", () => send("--b\r\n", { "content-type": "multipart/form-data; boundary=b" }), 400, "VALIDATION_ERROR"],
    ["another field", () => send(form("x", "a", "", "files")), 422, "VALIDATION_ERROR"],
    ["empty", () => send(form("")), 422, "VALIDATION_ERROR"],
    ["no file", () => send(new FormData()), 422, "VALIDATION_ERROR"],
  ])("(%s) is refused in the envelope", async (_, ask, status, code) => {
    const answer = await ask();
    expect(answer).toMatchObject({ status, body: { error: { code }, request_id: expect.any(String) } });
  });

  it("(with a second file or a field) is refused, and nothing is kept", async () => {
    const [before] = await hub.owner`select count(*)::int as count from artifacts`;
    const two = form("one");
    two.append("file", new Blob(["two"]), "b");
    two.append("name", "x");
    const { status, body } = await send(two);
    expect(status).toBe(422);
    expect(body.error.details.issues.map(({ path }: { path: string }) => path)).toEqual(["file", "name"]);
    expect(await hub.owner`select count(*)::int as count from artifacts`).toEqual([before]);
  });

  it("(larger than 100 MiB) is refused, and leaves no file behind", async () => {
    const head = "--b\r\ncontent-disposition: form-data; name=file; filename=a\r\n\r\n";
    const megabyte = new Uint8Array(1024 * 1024);
    let left = 101;
    const endless = new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode(head)),
      pull(controller) {
        if (left-- > 0) return controller.enqueue(megabyte);
        controller.enqueue(new TextEncoder().encode("\r\n--b--\r\n"));
        controller.close();
      },
    });
    const type = { "content-type": "multipart/form-data; boundary=b" };
    const refused = { status: 413, body: { error: { code: "PAYLOAD_TOO_LARGE" } } };
    expect(await send(endless, type)).toMatchObject(refused);
    await expect.poll(() => readdir(arrivals)).toEqual([]);
  });
});

describe("an upload that a task takes", () => {
  const request = (upload: string) =>
    readNewTask({
      task_type: "business_analytics",
      data: { upload_id: upload },
    });
  const age = (id: string) => hub.owner`update artifacts set created_at = now() - interval '25 hours' where id = ${id}`;
  const upload = async (text: string) => (await send(form(text, "sales.csv"))).body.upload_id as string;
  const isThere = async (id: string) => (await hub.owner`select from artifacts where id = ${id}`).length === 1;

  it("stays as long as one of its tasks does, and goes then; one that nobody takes goes after a day", async () => {
    const [used, unused, young] = [await upload("used"), await upload("unused"), await upload("young")];
    const tasks = [await createTask(hub.ctx, request(used)), await createTask(hub.ctx, request(used))];
    for (const id of [used, unused]) await age(id);
    await removeUnusedUploads(hub.db);
    expect([await isThere(used), await isThere(unused), await isThere(young)]).toEqual([true, false, true]);
    const [outbox] = await hub.owner`select payload from outbox where kind = 'artifact.remove'`;
    expect(outbox?.payload).toEqual({ sha256: sha256("unused") });
    const taken = await findTakenUpload(hub.ctx, tasks[1]?.row.uid ?? "", used);
    expect(taken).toMatchObject({ sha256: sha256("used"), name: "sales.csv" });
    for (const { row } of tasks) await deleteTask(hub.ctx, row);
    await removeUnusedUploads(hub.db);
    expect(await isThere(used)).toBe(false);
  });

  it("has to be of a kind that its field takes, by its content", async () => {
    const film = (fields: JsonObject) =>
      createTask(
        hub.ctx,
        readNewTask({ task_type: "video", story_prompt: "The ferry leaves.", segments: 1, ...fields }),
      );
    const red = sharp({ create: { width: 9, height: 6, channels: 3, background: "#f00" } });
    const picture = await send(form(new Uint8Array(await red.png().toBuffer()), "song.mp3", "audio/mpeg"));
    const { upload_id } = picture.body;
    const refused = film({ bgm_upload_id: upload_id, intro_video_upload_id: upload_id, logo_upload_id: upload_id });
    await expect(refused).rejects.toMatchObject({
      code: "VALIDATION_ERROR",
      details: {
        issues: [
          { path: "bgm_upload_id", message: "is image/png, and must be MP3, WAV, Ogg, FLAC, AAC, M4A or MP4" },
          { path: "intro_video_upload_id", message: "is image/png, and must be MP4, MOV, WebM or Matroska" },
        ],
      },
    });
    const { row } = await film({ logo_upload_id: upload_id });
    expect(await findTakenUpload(hub.ctx, row.uid, upload_id)).toMatchObject({ contentType: "image/png" });
  });

  it("is not looked for in the cells of a table", async () => {
    const rows = [{ upload: "none", bgm_upload_id: "a", sales: 1 }];
    const { row } = await createTask(hub.ctx, readNewTask({ task_type: "business_analytics", data: { rows } }));
    expect(row.requestData).toMatchObject({ data: { rows } });
  });

  it("has to be one of the account", async () => {
    const mine = await upload("mine");
    const refused = createTask(theirs, request(mine));
    await expect(refused).rejects.toMatchObject({ code: "VALIDATION_ERROR", details: { field: "data.upload_id" } });
    const [count] = await hub.owner`select count(*)::int as n from tasks where account_id = ${theirs.actor.accountId}`;
    expect(count?.n).toBe(0);
  });
});
