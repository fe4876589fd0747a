import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { ctxOf, insertTestAccount, insertTestUser } from "#domain/auth/testing.ts";
import type { Ctx } from "#domain/context.ts";
import { findPublication } from "#domain/publications/public-posts.ts";
import { publishDueTasks } from "#domain/publications/publish-due-tasks.ts";
import { publishTask } from "#domain/publications/publish-task.ts";
import { insertApproved, insertDraft } from "#domain/publications/testing.ts";
import { unpublishTask } from "#domain/publications/unpublish-task.ts";
import { approveTask } from "#domain/tasks/approve-task.ts";
import { editTask } from "#domain/tasks/edit-task.ts";
import { getTask } from "#domain/tasks/get-task.ts";
import { scopesByRole } from "#lib/contract/access.ts";

let test: TestDatabase;
let ctx: Ctx;
const tides = { id: "post-1", title: "How tides shape estuaries", content: "Twice a day the sea." };
const path = "/p/first/how-tides-shape-estuaries";

beforeEach(async () => {
  test = await createTestDatabase();
  const ada = await insertTestUser(test.db, "ada@example.com");
  const account = await insertTestAccount(test.db, "First", ada.id);
  ctx = await ctxOf(test.db, account.id, ada.id, "admin");
});
afterEach(() => test.close());

const live = (slug = "how-tides-shape-estuaries") => findPublication(test.db, "first", slug);
const edit = async (ref: { uid: string }, content: string) =>
  editTask(ctx, ref, { version: (await getTask(ctx, ref)).version, content });

describe("publishing", () => {
  it("puts the approved revision live, with event, audit and address, in one transaction", async () => {
    const task = await insertApproved(ctx, tides);
    const published = await publishTask(ctx, { ref: "post-1" });
    expect(published).toMatchObject({ status: "published", publishedUrl: path });
    expect(published.events.at(-1)).toMatchObject({ fromStatus: "approved", toStatus: "published" });
    expect((await live())?.post).toMatchObject({ title: tides.title, content: tides.content });
    const [row] = await test.owner`
      select p.sha256 = t.approved_sha256 as "sameHash", (select count(*)::int from audit where action = 'task.publish') as audited
      from publications p join tasks t on t.uid = p.task_uid where t.uid = ${task.uid}`;
    expect(row).toEqual({ sameHash: true, audited: 1 });
  });

  it("refuses what is not approved, and whoever may not publish", async () => {
    const task = await insertDraft(ctx, tides);
    await expect(publishTask(ctx, task)).rejects.toMatchObject({ code: "INVALID_STATUS_TRANSITION" });
    const reviewer = { ...ctx, actor: { ...ctx.actor, scopes: new Set(scopesByRole.reviewer) } };
    await approveTask(ctx, task, {});
    await expect(publishTask(reviewer, task)).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await live()).toBeNull();
  });

  it("refuses content that is not what was approved, however that came about", async () => {
    const task = await insertApproved(ctx, tides);
    const changed = { code: "REVISION_CHANGED", status: 409 };
    // Past every verb and guard, as only the database's owner could.
    await test.owner`update revisions set content = 'Buy now.' where task_uid = ${task.uid}`;
    await expect(publishTask(ctx, task)).rejects.toMatchObject(changed);
    await test.owner`update revisions set content = ${tides.content}, sha256 = 'other' where task_uid = ${task.uid}`;
    await test.owner`update tasks set revision_sha256 = 'other' where uid = ${task.uid}`;
    await expect(publishTask(ctx, task)).rejects.toMatchObject(changed);
    await test.owner`update tasks set approved_sha256 = null where uid = ${task.uid}`;
    await expect(publishTask(ctx, task)).rejects.toMatchObject(changed);
    expect(await test.owner`select id from publications`).toEqual([]);
    expect((await getTask(ctx, task)).status).toBe("approved");
  });

  it("happens once when twenty ask at the same moment", async () => {
    const task = await insertApproved(ctx, tides);
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => publishTask(ctx, task)));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await test.owner`select slug from publications`).toHaveLength(1);
  });

  it("gives posts of one title addresses of their own, also at the same moment", async () => {
    const posts = await Promise.all(
      Array.from({ length: 5 }, (_, n) => insertApproved(ctx, { ...tides, id: `post-${n}`, title: "Größe & Maß" })),
    );
    const published = await Promise.all(posts.map((post) => publishTask(ctx, post)));
    const slugs = published.map(({ publishedUrl }) => publishedUrl?.split("/").at(-1)).sort();
    expect(new Set(slugs).size).toBe(5);
    expect(slugs[0]).toBe("groesse-and-mass");
  });
});

describe("a published task that is edited", () => {
  it("keeps the published revision live until the new one is published at the same address", async () => {
    const task = await insertApproved(ctx, tides);
    await publishTask(ctx, task);
    const first = await live();
    expect(await edit(task, "Thrice a day.")).toMatchObject({ status: "awaiting_approval" });
    expect((await live())?.post.content).toBe(tides.content);
    await expect(publishTask(ctx, task)).rejects.toMatchObject({ code: "INVALID_STATUS_TRANSITION" });
    await approveTask(ctx, task, {});
    expect((await live())?.post.content).toBe(tides.content);
    expect(await publishTask(ctx, task)).toMatchObject({ publishedUrl: path });
    const second = await live();
    expect(second?.post.content).toBe("Thrice a day.");
    expect(second?.post.firstPublishedAt).toEqual(first?.post.firstPublishedAt);
  });

  it("can be withdrawn while the edit waits", async () => {
    const task = await insertApproved(ctx, tides);
    await publishTask(ctx, task);
    await edit(task, "Thrice a day.");
    expect(await unpublishTask(ctx, task)).toMatchObject({ status: "awaiting_approval", publishedUrl: null });
    expect(await live()).toBeNull();
  });
});

describe("withdrawing", () => {
  it("takes the post away, and gives it its address back", async () => {
    const task = await insertApproved(ctx, tides);
    await publishTask(ctx, task);
    expect(await unpublishTask(ctx, task, { reason: "wrong tide" })).toMatchObject({
      status: "approved",
      publishedUrl: null,
    });
    expect(await live()).toBeNull();
    await expect(unpublishTask(ctx, task)).rejects.toMatchObject({ code: "INVALID_STATUS_TRANSITION" });
    expect(await publishTask(ctx, task)).toMatchObject({ publishedUrl: path });
  });

  it("gives it another one when that is taken", async () => {
    const task = await insertApproved(ctx, tides);
    await publishTask(ctx, task);
    await unpublishTask(ctx, task);
    await publishTask(ctx, await insertApproved(ctx, { ...tides, id: "post-2" }));
    expect(await publishTask(ctx, task)).toMatchObject({ publishedUrl: `${path}-2` });
  });
});

describe("publishing at a time", () => {
  const tomorrow = () => new Date(Date.now() + 86_400_000);

  it("waits for it, and publishes then what is approved", async () => {
    const task = await insertDraft(ctx, tides);
    expect(await publishTask(ctx, task, { publishAt: tomorrow() })).toMatchObject({ status: "awaiting_approval" });
    expect(await approveTask(ctx, task, {})).toMatchObject({ status: "approved", publishAt: expect.any(Date) });
    expect(await publishDueTasks(test.db)).toBe(0);
    await test.owner`update tasks set publish_at = now() - interval '1 second'`;
    const counts = await Promise.all([publishDueTasks(test.db), publishDueTasks(test.db), publishDueTasks(test.db)]);
    expect(counts.reduce((sum, count) => sum + count)).toBe(1);
    expect(await getTask(ctx, task)).toMatchObject({ status: "published", publishAt: null });
    const [row] = await test.owner`select actor from audit where action = 'task.publish'`;
    expect(row?.actor).toMatchObject({ type: "system", name: "schedule" });
  });

  it("publishes nothing that was not approved in time, and can be called off", async () => {
    const task = await insertDraft(ctx, tides);
    await publishTask(ctx, task, { publishAt: tomorrow() });
    await test.owner`update tasks set publish_at = now() - interval '1 second'`;
    expect(await publishDueTasks(test.db)).toBe(0);
    expect(await unpublishTask(ctx, task)).toMatchObject({ publishAt: null, status: "awaiting_approval" });
    await approveTask(ctx, task, {});
    expect(await publishDueTasks(test.db)).toBe(0);
  });
});
