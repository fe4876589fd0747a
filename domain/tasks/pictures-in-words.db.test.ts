import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { TaskRow } from "#db/schema/tasks.ts";
import { removeUnusedUploads } from "#domain/artifacts/remove-unused-uploads.ts";
import { storeUpload } from "#domain/artifacts/store-upload.ts";
import type { Ctx } from "#domain/context.ts";
import { keepDraft } from "#domain/drafts/keep-draft.ts";
import { publishTask } from "#domain/publications/publish-task.ts";
import { readPublicFile } from "#domain/publications/read-public-file.ts";
import { approveTask } from "#domain/tasks/approve-task.ts";
import { deleteTask } from "#domain/tasks/delete-task.ts";
import { editTask } from "#domain/tasks/edit-task.ts";
import { createTestHub, insertTaskIn, type TestHub } from "#domain/tasks/testing.ts";

let hub: TestHub;
let task: TaskRow;
beforeAll(async () => {
  hub = await createTestHub();
});
beforeEach(async () => {
  task = await insertTaskIn(hub.ctx, "awaiting_approval");
});
afterAll(() => hub.close());

let made = 0;
async function upload(ctx: Ctx): Promise<string> {
  made += 1;
  const bytes = Buffer.from(`picture ${made}`);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const file = { name: "jetty.png", contentType: "image/png", sha256, blob: new Blob([bytes]) };
  return (await storeUpload(ctx, file)).id;
}
const version = async () => (await hub.owner`select version from tasks where uid = ${task.uid}`)[0]?.version as number;
const edit = async (content: string) => editTask(hub.ctx, task, { version: await version(), content });
const files = () => hub.owner`select id, name, content_type from artifacts where task_uid = ${task.uid}`;
const nameOf = (content: string | null) => /artifact:([0-9a-f-]{36})/.exec(content ?? "")?.[1];

describe("a picture that was put into the words", () => {
  it("is the task's own from the edit on, and is published with it", async () => {
    const id = await upload(hub.ctx);
    const { content } = await edit(`The jetty.\n\n![Jetty](artifact:${id})`);
    const own = nameOf(content) ?? "";
    expect(own).not.toBe(id);
    expect(await files()).toEqual([{ id: own, name: "jetty.png", content_type: "image/png" }]);
    const [{ slug } = { slug: "" }] = await hub.owner<{ slug: string }[]>`
      select slug from accounts where id = ${hub.ctx.actor.accountId}`;
    await expect(readPublicFile(hub.db, slug, own)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await approveTask(hub.ctx, task, {});
    await publishTask(hub.ctx, task);
    expect(await readPublicFile(hub.db, slug, own)).toMatchObject({ contentType: "image/png" });
    await expect(readPublicFile(hub.db, slug, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is taken once, however often the words name it", async () => {
    const id = await upload(hub.ctx);
    const first = await edit(`![a](artifact:${id}) ![b](artifact:${id})`);
    const again = await edit(`Later ![a](artifact:${id})`);
    expect(nameOf(again.content)).toBe(nameOf(first.content));
    expect(await files()).toHaveLength(1);
  });

  it("of another account stays a name that opens nothing", async () => {
    const theirs = await upload(await hub.addAccount("Elsewhere"));
    const { content } = await edit(`![theirs](artifact:${theirs})`);
    expect(nameOf(content)).toBe(theirs);
    expect(await files()).toEqual([]);
  });

  it("is given up when the edit is refused", async () => {
    const id = await upload(hub.ctx);
    const wrong = { version: await version(), content: `![a](artifact:${id})`, result: { title: 7 } };
    await expect(editTask(hub.ctx, task, wrong)).rejects.toMatchObject({ code: "VALIDATION_ERROR" });
    expect(await files()).toEqual([]);
  });

  it("waits for a draft longer than the day of other uploads, and goes with the last task that has it", async () => {
    const [inDraft, inTask, unused] = [await upload(hub.ctx), await upload(hub.ctx), await upload(hub.ctx)];
    await edit(`![a](artifact:${inTask})`);
    await keepDraft(hub.ctx, task, {
      base: { revision: 1, sha256: task.revisionSha256 ?? "" },
      changes: { content: `![b](artifact:${inDraft})` },
      replaces: null,
    });
    await hub.owner`update artifacts set created_at = now() - interval '25 hours' where task_uid is null`;
    await removeUnusedUploads(hub.db);
    const left = async () =>
      (await hub.owner<{ id: string }[]>`select id from artifacts where task_uid is null`).map(({ id }) => id);
    expect(await left()).toEqual(expect.arrayContaining([inDraft, inTask]));
    expect(await left()).not.toContain(unused);
    await deleteTask(hub.ctx, task);
    await removeUnusedUploads(hub.db);
    for (const id of [inDraft, inTask]) expect(await left()).not.toContain(id);
  });
});
