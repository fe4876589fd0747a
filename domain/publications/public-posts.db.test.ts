import { drizzle } from "drizzle-orm/postgres-js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect } from "#db/connect.ts";
import * as schema from "#db/schema/index.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { ctxOf, insertTestAccount, insertTestUser } from "#domain/auth/testing.ts";
import type { Ctx } from "#domain/context.ts";
import { findPublication, findPublicFile, listPublications } from "#domain/publications/public-posts.ts";
import { publishTask } from "#domain/publications/publish-task.ts";
import { insertApproved, insertArtifact, insertDraft } from "#domain/publications/testing.ts";
import { unpublishTask } from "#domain/publications/unpublish-task.ts";
import { approveTask } from "#domain/tasks/approve-task.ts";
import { editTask } from "#domain/tasks/edit-task.ts";
import { getTask } from "#domain/tasks/get-task.ts";

let test: TestDatabase;
let first: Ctx;
let second: Ctx;

beforeAll(async () => {
  test = await createTestDatabase();
  const ada = await insertTestUser(test.db, "ada@example.com");
  const accounts = [
    await insertTestAccount(test.db, "First", ada.id),
    await insertTestAccount(test.db, "Second", ada.id),
  ];
  first = await ctxOf(test.db, accounts[0]?.id ?? "", ada.id, "admin");
  second = await ctxOf(test.db, accounts[1]?.id ?? "", ada.id, "admin");
});
afterAll(() => test.close());

const publish = async (ctx: Ctx, id: string, title: string) => {
  const task = await insertApproved(ctx, { id, title, content: `Secret no more: ${title}` });
  await publishTask(ctx, task);
  return task;
};

describe("what readers see", () => {
  it("is live posts of the account in the address, and nothing else", async () => {
    await publish(first, "a", "Shown");
    await insertApproved(first, { id: "b", title: "Approved only", content: "no" });
    await insertDraft(first, { id: "c", title: "Draft", content: "no" });
    await unpublishTask(first, await publish(first, "d", "Withdrawn"));
    await publish(second, "a", "Of another account");

    const listed = await listPublications(test.db, "first", 50);
    expect(listed?.account).toEqual({ name: "First", slug: "first" });
    expect(listed?.posts.map(({ title }) => title)).toEqual(["Shown"]);
    expect(listed?.posts[0]?.publishedAt.getTime()).toBeGreaterThan(Date.now() - 60_000);
    for (const slug of ["approved-only", "draft", "withdrawn", "of-another-account", "' or true --"]) {
      expect(await findPublication(test.db, "first", slug)).toBeNull();
    }
  });

  it("tells an account without posts from none", async () => {
    const { id } = await insertTestUser(test.db, "eve@example.com");
    await insertTestAccount(test.db, "Quiet", id);
    expect(await listPublications(test.db, "quiet", 5)).toEqual({
      account: { name: "Quiet", slug: "quiet" },
      posts: [],
    });
    expect(await listPublications(test.db, "nobody", 5)).toBeNull();
  });

  it("shows no post whose revision is not the published one any more", async () => {
    const { uid } = await publish(first, "tampered", "Tampered");
    await test.owner`update publications set sha256 = 'other' where task_uid = ${uid}`;
    expect(await findPublication(test.db, "first", "tampered")).toBeNull();
  });

  it("comes from a connection that sees nothing afterwards", async () => {
    await publish(first, "e", "Again and again");
    const single = connect(test.appUrl, { max: 1 });
    const db = drizzle(single, { schema });
    for (let run = 0; run < 8; run++) {
      expect(await findPublication(db, "first", "again-and-again")).not.toBeNull();
      expect(await findPublication(db, "second", "again-and-again")).toBeNull();
      for (const table of ["publications", "revisions", "tasks", "artifacts"]) {
        expect(await single.unsafe(`select count(*)::int as seen from ${table}`)).toMatchObject([{ seen: 0 }]);
      }
    }
    await single.end();
  });
});

describe("files", () => {
  it("are those that a live revision names", async () => {
    const task = await insertDraft(first, { id: "f", title: "With files", content: "none yet" });
    const shown = await insertArtifact(first, task.uid, "shown.png", "aa");
    const hidden = await insertArtifact(first, task.uid, "hidden.png", "bb");
    const content = `![A tide](artifact:${shown.id})`;
    const { currentRevision } = await editTask(first, task, { version: (await getTask(first, task)).version, content });
    expect(await findPublicFile(test.db, "first", shown.id)).toBeNull();
    await approveTask(first, task, { revisionSha256: currentRevision?.sha256 });
    expect(await findPublicFile(test.db, "first", shown.id)).toBeNull();
    await publishTask(first, task);
    expect(await findPublicFile(test.db, "first", shown.id)).toEqual({
      sha256: "aa",
      thumbnailSha256: null,
      contentType: "image/png",
      size: 4,
      name: "shown.png",
    });
    expect(await findPublicFile(test.db, "first", hidden.id)).toBeNull();
    expect(await findPublicFile(test.db, "second", shown.id)).toBeNull();
    await unpublishTask(first, task);
    expect(await findPublicFile(test.db, "first", shown.id)).toBeNull();
  });
});
