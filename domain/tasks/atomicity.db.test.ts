import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { publishTask } from "#domain/publications/publish-task.ts";
import { insertArtifact } from "#domain/publications/testing.ts";
import { approveTask } from "#domain/tasks/approve-task.ts";
import { createTask } from "#domain/tasks/create-task.ts";
import { deleteTask } from "#domain/tasks/delete-task.ts";
import { editTask } from "#domain/tasks/edit-task.ts";
import { regenerateTask } from "#domain/tasks/regenerate-task.ts";
import { createTestHub, insertTaskIn, newPost, readEverything, type TestHub } from "#domain/tasks/testing.ts";

let hub: TestHub;
let broken: string | null = null;
beforeAll(async () => {
  hub = await createTestHub();
  await hub.owner`create function break_on_purpose() returns trigger language plpgsql as
    $$ begin raise exception 'broken on purpose'; end $$`;
});
afterEach(async () => {
  if (broken) await hub.owner.unsafe(`drop trigger broken on ${broken}`);
  broken = null;
});
afterAll(() => hub.close());

/** From here on no row comes into this table, at whichever moment of a transaction it is tried. */
async function breakTable(table: string, event = "insert"): Promise<void> {
  await hub.owner.unsafe(
    `create trigger broken before ${event} on ${table} for each row execute function break_on_purpose()`,
  );
  broken = table;
}

async function expectNothing(attempt: () => Promise<unknown>): Promise<void> {
  const before = await readEverything(hub);
  await expect(attempt()).rejects.toThrow();
  expect(await readEverything(hub)).toEqual(before);
}

describe("row, event, review, audit and job", () => {
  it.each(["task_events", "reviews", "audit", "pgboss.job"])("are none of them there when %s fails", async (table) => {
    const task = await insertTaskIn(hub.ctx, "awaiting_approval");
    await breakTable(table);
    await expectNothing(() => regenerateTask(hub.ctx, task, { feedback: "Name the rivers" }));
  });

  it("are all there once it works again", async () => {
    const task = await insertTaskIn(hub.ctx, "awaiting_approval");
    const done = await regenerateTask(hub.ctx, task, { feedback: "Name the rivers" });
    expect(done).toMatchObject({ status: "queued", round: 2, feedback: "Name the rivers" });
    const [row] = await hub.owner`
      select (select count(*)::int from reviews where task_uid = ${task.uid}) as reviews,
        (select count(*)::int from audit where target_id = ${task.id}) as audited,
        (select count(*)::int from pgboss.job where data ->> 'taskUid' = ${task.uid}) as jobs`;
    expect(row).toEqual({ reviews: 1, audited: 1, jobs: 1 });
  });
});

describe("other verbs keep the same bargain", () => {
  it.each(["tasks", "task_events", "pgboss.job"])("creation, when %s fails", async (table) => {
    await breakTable(table);
    await expectNothing(() => createTask(hub.ctx, newPost()));
  });

  it.each(["revisions", "task_events", "audit"])("an edit, when %s fails", async (table) => {
    const task = await insertTaskIn(hub.ctx, "approved");
    await breakTable(table);
    await expectNothing(() => editTask(hub.ctx, task, { version: task.version, content: "Twice a day." }));
  });

  it.each(["publications", "task_events", "audit"])("a publication, when %s fails", async (table) => {
    const task = await insertTaskIn(hub.ctx, "approved");
    await breakTable(table);
    await expectNothing(() => publishTask(hub.ctx, task));
  });

  it.each(["task_events", "audit", "outbox"])("a deletion, when %s fails", async (table) => {
    const task = await insertTaskIn(hub.ctx, "published");
    await insertArtifact(hub.ctx, task.uid, "a.png", "0".repeat(64));
    await breakTable(table);
    await expectNothing(() => deleteTask(hub.ctx, task));
  });

  it("an approval whose reviewer's words cannot be stored", async () => {
    const task = await insertTaskIn(hub.ctx, "awaiting_approval");
    await expectNothing(() => approveTask(hub.ctx, task, { feedback: "fine\u0000" }));
  });
});
