import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import { afterAll, beforeAll, expect, it } from "vitest";
import { connect } from "#db/connect.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { asSystem } from "#domain/context.ts";
import { enqueueGeneration } from "#domain/jobs/enqueue-generation.ts";
import { type JobQueue, openJobQueue } from "#worker/job-queue.ts";

let test: TestDatabase;
let sql: Sql;
let queue: JobQueue;
beforeAll(async () => {
  test = await createTestDatabase();
  sql = connect(test.appUrl, { max: 4 });
  queue = await openJobQueue(sql);
});
afterAll(async () => {
  await queue.stop();
  await sql.end({ timeout: 1 });
  await test.close();
});

const states = async () =>
  (await test.owner`select state from pgboss.job order by state`).map(({ state }) => String(state));

it("gives out urgent jobs first, each once, and none before its time", async () => {
  const job = (priority: number) => ({ uid: randomUUID(), accountId: randomUUID(), jobId: randomUUID(), priority });
  const [low, urgent, later] = [job(0), job(3), { ...job(3), runAfter: new Date(Date.now() + 60_000) }];
  await asSystem(test.db, (tx) => enqueueGeneration(tx, [low, urgent, later]));

  const [first, second] = await Promise.all([queue.fetch(1), queue.fetch(5)]);
  expect([...first, ...second].map(({ id }) => id).sort()).toEqual([low.jobId, urgent.jobId].sort());
  expect(first.concat(second)).toContainEqual(
    expect.objectContaining({ data: { taskUid: low.uid, accountId: low.accountId } }),
  );
  expect(await queue.fetch(5)).toEqual([]);
  await queue.complete([low.jobId]);
  expect(await states()).toEqual(["created", "active", "completed"]);
});

it("tidies as the app's role: what is done goes, what was fetched and forgotten ends", async () => {
  await test.owner`update pgboss.job set completed_on = now() - interval '1 hour' where state = 'completed'`;
  await test.owner`update pgboss.job set started_on = now() - interval '1 hour' where state = 'active'`;
  await queue.tidy();
  expect(await states()).toEqual(["created", "failed"]);
});
