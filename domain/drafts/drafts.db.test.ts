import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { TaskRow } from "#db/schema/tasks.ts";
import { addTestMember, ctxOf, insertTestUser } from "#domain/auth/testing.ts";
import { type Ctx, inAccount } from "#domain/context.ts";
import { dropDraft } from "#domain/drafts/drop-draft.ts";
import { findDraft } from "#domain/drafts/find-draft.ts";
import { keepDraft } from "#domain/drafts/keep-draft.ts";
import { removeMember } from "#domain/members/remove-member.ts";
import { deleteTask } from "#domain/tasks/delete-task.ts";
import { editTask } from "#domain/tasks/edit-task.ts";
import { createTestHub, insertTaskIn, readEverything, rowsAdded, type TestHub } from "#domain/tasks/testing.ts";
import { removeExpired } from "#domain/work/remove-expired.ts";
import type { KeepDraft } from "#lib/contract/draft.ts";

let hub: TestHub;
let ben: Ctx;
let task: TaskRow;
beforeAll(async () => {
  hub = await createTestHub();
  const { id } = await insertTestUser(hub.db, "ben@example.com");
  await addTestMember(hub.db, hub.ctx.actor.accountId, id, "creator");
  ben = await ctxOf(hub.db, hub.ctx.actor.accountId, id, "creator");
});
beforeEach(async () => {
  task = await insertTaskIn(hub.ctx, "awaiting_approval");
});
afterAll(() => hub.close());

const draftOf = (content: string, replaces: string | null = null): KeepDraft => ({
  base: { revision: task.revision ?? 0, sha256: task.revisionSha256 ?? "" },
  changes: { content },
  replaces,
});
const stored = () => hub.owner`select user_id, content from drafts where task_uid = ${task.uid}`;
const version = async () => (await hub.owner`select version from tasks where uid = ${task.uid}`)[0]?.version as number;

describe("a draft", () => {
  it("is kept for its person alone, and is nothing of the task's history", async () => {
    const before = await readEverything(hub);
    const { kept_at: keptAt } = await keepDraft(hub.ctx, task, draftOf("Half a sen"));
    expect(rowsAdded(before, await readEverything(hub))).toEqual({ drafts: 1 });
    expect(await version()).toBe(task.version);
    expect(await findDraft(hub.ctx, task)).toEqual({
      base: { revision: 1, sha256: task.revisionSha256 },
      changes: { content: "Half a sen" },
      kept_at: keptAt,
    });
    expect(await findDraft(ben, task)).toBeNull();
    await keepDraft(ben, task, draftOf("Ben's own"));
    await dropDraft(ben, task, null);
    expect(await stored()).toEqual([{ user_id: hub.ctx.actor.userId, content: "Half a sen" }]);
  });

  it("keeps a text that was emptied, and fields without one", async () => {
    const { kept_at: keptAt } = await keepDraft(hub.ctx, task, draftOf(""));
    expect((await findDraft(hub.ctx, task))?.changes).toEqual({ content: "" });
    await keepDraft(hub.ctx, task, { ...draftOf("", keptAt), changes: { result: { title: "Tides", tags: null } } });
    expect((await findDraft(hub.ctx, task))?.changes).toEqual({ result: { title: "Tides", tags: null } });
  });

  it("is not written over by a window that has not seen it", async () => {
    const first = await keepDraft(hub.ctx, task, draftOf("From the office"));
    const second = await keepDraft(hub.ctx, task, draftOf("From home", first.kept_at));
    for (const replaces of [first.kept_at, null]) {
      await expect(keepDraft(hub.ctx, task, draftOf("Old words", replaces))).rejects.toMatchObject({
        code: "PRECONDITION_FAILED",
        details: { field: "replaces", kept_at: second.kept_at },
      });
    }
    await expect(dropDraft(hub.ctx, task, first.kept_at)).rejects.toMatchObject({ code: "PRECONDITION_FAILED" });
    expect(await stored()).toMatchObject([{ content: "From home" }]);
    await keepDraft(hub.ctx, task, draftOf("Chosen", second.kept_at));
    expect(await stored()).toMatchObject([{ content: "Chosen" }]);
  });

  it("of ten windows at once is one window's", async () => {
    const { kept_at: keptAt } = await keepDraft(hub.ctx, task, draftOf("Before"));
    const kept = await Promise.allSettled(
      Array.from({ length: 10 }, (_, index) => keepDraft(hub.ctx, task, draftOf(`Window ${index}`, keptAt))),
    );
    expect(kept.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("is kept anew when it was ended elsewhere: no words are lost for that", async () => {
    const { kept_at: keptAt } = await keepDraft(hub.ctx, task, draftOf("A"));
    await dropDraft(hub.ctx, task, keptAt);
    await dropDraft(hub.ctx, task, keptAt);
    await keepDraft(hub.ctx, task, draftOf("A and more", keptAt));
    expect(await stored()).toMatchObject([{ content: "A and more" }]);
  });

  it("goes on from a revision of its task", async () => {
    const base = { revision: 1, sha256: "0".repeat(64) };
    for (const wrong of [base, { ...base, revision: 7 }]) {
      await expect(keepDraft(hub.ctx, task, { ...draftOf("?"), base: wrong })).rejects.toMatchObject({
        code: "VALIDATION_ERROR",
        details: { field: "base", reason: expect.stringContaining("is not a revision of this task") },
      });
    }
  });

  it("is for those who may edit, and for people", async () => {
    await expect(keepDraft(hub.as("viewer"), task, draftOf("?"))).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(findDraft(hub.as("viewer"), task)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const key: Ctx = { ...hub.ctx, actor: { ...hub.ctx.actor, type: "key", userId: null } };
    await expect(keepDraft(key, task, draftOf("?"))).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("stays in its account, in the verbs and behind them", async () => {
    const stranger = await hub.addAccount("Elsewhere");
    await keepDraft(hub.ctx, task, draftOf("Ours"));
    const ref = { ref: task.id };
    await expect(findDraft(stranger, ref)).rejects.toMatchObject({ code: "TASK_NOT_FOUND" });
    await expect(keepDraft(stranger, ref, draftOf("Theirs"))).rejects.toMatchObject({ code: "TASK_NOT_FOUND" });
    await expect(dropDraft(stranger, ref, null)).rejects.toMatchObject({ code: "TASK_NOT_FOUND" });
    const seen = await inAccount(stranger, (tx) => tx.execute("select 1 from drafts"));
    expect(seen).toHaveLength(0);
  });
});

describe("a draft ends", () => {
  let keptAt: string;
  beforeEach(async () => {
    ({ kept_at: keptAt } = await keepDraft(hub.ctx, task, draftOf("Words")));
  });

  it("with the edit that saves it, and with no other", async () => {
    await keepDraft(ben, task, draftOf("Ben's"));
    await editTask(hub.ctx, task, { version: task.version, result: { excerpt: "By a script" } });
    expect(await stored()).toHaveLength(2);
    const stale = { version: task.version, content: "Words", endsDraft: keptAt };
    await expect(editTask(hub.ctx, task, stale)).rejects.toMatchObject({ code: "PRECONDITION_FAILED" });
    expect(await stored()).toHaveLength(2);
    await editTask(hub.ctx, task, { ...stale, version: await version() });
    expect(await stored()).toMatchObject([{ content: "Ben's" }]);
  });

  it("not when another window has kept a newer one than what is saved", async () => {
    await keepDraft(hub.ctx, task, draftOf("Words, and more", keptAt));
    await editTask(hub.ctx, task, { version: task.version, content: "Words", endsDraft: keptAt });
    expect(await stored()).toMatchObject([{ content: "Words, and more" }]);
  });

  it("with its task", async () => {
    await deleteTask(hub.ctx, task);
    expect(await stored()).toHaveLength(0);
  });

  it("after 30 days", async () => {
    await hub.owner`update drafts set kept_at = now() - interval '29 days' where task_uid = ${task.uid}`;
    await removeExpired(hub.db);
    expect(await stored()).toHaveLength(1);
    await hub.owner`update drafts set kept_at = now() - interval '31 days' where task_uid = ${task.uid}`;
    await removeExpired(hub.db);
    expect(await stored()).toHaveLength(0);
  });

  it("when its person leaves the account", async () => {
    const { accountId } = hub.ctx.actor;
    const { id } = await insertTestUser(hub.db, "cleo@example.com");
    await addTestMember(hub.db, accountId, id, "creator");
    await keepDraft(await ctxOf(hub.db, accountId, id, "creator"), task, draftOf("Cleo's"));
    await removeMember(hub.ctx, { userId: id });
    expect(await stored()).toMatchObject([{ content: "Words" }]);
  });
});
