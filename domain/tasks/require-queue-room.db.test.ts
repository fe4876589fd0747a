import { afterAll, beforeAll, expect, it } from "vitest";
import { createTask } from "#domain/tasks/create-task.ts";
import { mostWaiting } from "#domain/tasks/require-queue-room.ts";
import { createTestHub, newPost, type TestHub } from "#domain/tasks/testing.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await createTestHub();
});
afterAll(() => hub.close());

it("refuses tasks of an account that has too many waiting, and takes them again once there is room", async () => {
  const { accountId } = hub.ctx.actor;
  await hub.owner`insert into task_counts (account_id, status, task_type, count, entered)
    values (${accountId}, 'queued', 'blog_post', ${mostWaiting}, ${mostWaiting})`;
  await expect(createTask(hub.ctx, newPost())).rejects.toMatchObject({
    code: "QUEUE_FULL",
    status: 429,
    headers: { "retry-after": "60" },
  });
  const other = await hub.addAccount("Other");
  await expect(createTask(other, newPost())).resolves.toMatchObject({ created: true });
  await hub.owner`update task_counts set count = ${mostWaiting - 1} where account_id = ${accountId}`;
  await expect(createTask(hub.ctx, newPost())).resolves.toMatchObject({ created: true });
});
