import { afterAll, beforeAll, expect, it } from "vitest";
import { commentOnTask } from "#domain/tasks/comment-on-task.ts";
import { resolveComment } from "#domain/tasks/resolve-comment.ts";
import { createTestHub, insertTaskIn, type TestHub } from "#domain/tasks/testing.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await createTestHub();
});
afterAll(() => hub.close());

async function commented() {
  const task = await insertTaskIn(hub.ctx, "awaiting_approval");
  const { comments } = await commentOnTask(hub.ctx, task, { body: "Which sea?", anchor: { quote: "the sea" } });
  return { task, commentId: comments[0]?.id ?? "" };
}

it("is resolved and opened again, each once on record; the words stay", async () => {
  const { task, commentId } = await commented();
  const resolved = await resolveComment(hub.as("reviewer"), task, { commentId, resolved: true });
  expect(resolved.comments).toMatchObject([{ body: "Which sea?", resolvedAt: expect.any(Date) }]);
  await resolveComment(hub.ctx, task, { commentId, resolved: true });
  const open = await resolveComment(hub.ctx, task, { commentId, resolved: false });
  expect(open.comments).toMatchObject([{ body: "Which sea?", resolvedAt: null }]);
  const audit = await hub.owner`select action from audit where target_id = ${task.id} order by id`;
  expect(audit.map(({ action }) => action)).toEqual(["comment.resolve", "comment.reopen"]);
});

it("is found in its own task alone, by those who review", async () => {
  const { task, commentId } = await commented();
  const other = await commented();
  const missing = { code: "NOT_FOUND", status: 404 };
  const resolve = (id: string) => resolveComment(hub.ctx, other.task, { commentId: id, resolved: true });
  await expect(resolve(commentId)).rejects.toMatchObject(missing);
  await expect(resolve("never-was")).rejects.toMatchObject(missing);
  const asCreator = resolveComment(hub.as("creator"), task, { commentId, resolved: true });
  await expect(asCreator).rejects.toMatchObject({ code: "FORBIDDEN" });
});
