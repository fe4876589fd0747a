import type { TaskList } from "../support/api-client.ts";
import { expect, test } from "../support/fixtures.ts";

test("pages of a filtered list, by cursor and by offset, skip and repeat nothing", async ({ api, unique }) => {
  const ids: string[] = [];
  for (let n = 0; n < 5; n++) ids.push(await api.createPost({ task_source_group_id: unique, task_source_id: `s${n}` }));
  const newest = [...ids].reverse();
  const list = async (query: string) =>
    (await api.get<TaskList>(`/api/tasks?task_source_group_id=${unique}${query}`)).body;

  const all = await list("");
  expect(all).toMatchObject({ total: 5, limit: 20, offset: 0, next_cursor: null });
  expect(all.tasks.map(({ task_id: id }) => id)).toEqual(newest);
  expect(all.tasks[0]?.id).toBe(String(all.tasks[0]?.number));

  const seen: string[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const page: TaskList = await list(`&limit=2${cursor && `&cursor=${cursor}`}`);
    seen.push(...page.tasks.map(({ task_id: id }) => id));
    cursor = page.next_cursor;
    await api.createPost();
  }
  expect(seen).toEqual(newest);
  expect((await list("&limit=2&skip=4")).tasks.map(({ task_id: id }) => id)).toEqual(newest.slice(4));
  expect((await list("&task_source_ids=s1,s3")).total).toBe(2);
  expect((await list(`&task_ids=${ids[0]},nothing`)).total).toBe(1);
});

test("counts are exact, whichever way they are asked", async ({ stranger, db }) => {
  await stranger.createWaiting();
  const approved = await stranger.createWaiting();
  await stranger.post(`/api/tasks/${approved.task_id}/approve`);
  const total = await stranger.get<{ total: number }>("/api/tasks/count/total");
  const counts = await stranger.get<{ counts: Record<string, number>; total: number }>("/api/tasks/count/by-status");
  const rows = await db`
    select status, count(*)::int as count from tasks where account_id = ${approved.account_id} group by 1`;
  expect(counts.body.counts).toEqual(Object.fromEntries(rows.map(({ status, count }) => [status, count])));
  expect(total.body.total).toBe(counts.body.total);
  const list = await stranger.get<TaskList>("/api/tasks?status=approved");
  expect(list.body.total).toBe(counts.body.counts.approved);
});

test("a word selects every status that a profile presents by it", async ({ api, unique }) => {
  const { task_id: id } = await api.createWaiting({ task_source_group_id: unique });
  const found = async (status: string) =>
    (await api.get<TaskList>(`/api/tasks?task_source_group_id=${unique}&status=${status}`)).body.total;
  expect([await found("awaiting_approval"), await found("PROCESSING"), await found("completed")]).toEqual([1, 1, 0]);
  await api.post(`/api/tasks/${id}/approve`);
  expect([await found("approved"), await found("approved,rejected"), await found("in_progress")]).toEqual([1, 1, 0]);
});

test("types, groups, figures and the queue are told", async ({ api, unique }) => {
  const { task_id: id } = await api.createWaiting({ task_source_group_id: unique });
  const types = await api.get<{ types: { name: string; example: object }[] }>("/api/tasks/types");
  const blogPost = types.body.types.find(({ name }) => name === "blog_post");
  const priced = await api.post("/api/tasks?dry_run=true", { task_type: "blog_post", ...blogPost?.example });
  expect(priced.status).toBe(200);
  const group = await api.get<{ counts: object; total: number; progress: number }>(`/api/groups/${unique}`);
  expect(group.body).toMatchObject({ counts: { awaiting_approval: 1 }, total: 1 });
  await api.post(`/api/tasks/${id}/approve`);
  const stats = await api.get<{ days: { approved: number }[] }>("/api/stats?days=2");
  expect(stats.body.days).toHaveLength(2);
  // Of today, or of the day that has ended since.
  expect(stats.body.days.reduce((sum, { approved }) => sum + approved, 0)).toBeGreaterThan(0);
  const queue = await api.get<{ workers: object[] }>("/api/tasks/queue/status");
  expect(queue.body.workers).toHaveLength(1);
});
