import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { insertBareAccount, queueTestTask } from "#domain/work/testing.ts";
import type { PhaseRun } from "#task-types/phase-run.ts";
import { attemptTask, scriptedPipeline } from "#worker/testing.ts";

let test: TestDatabase;
let accountId: string;
beforeAll(async () => {
  test = await createTestDatabase();
  accountId = await insertBareAccount(test.db);
});
afterAll(() => test.close());

it("what an interrupted phase kept is there for the next attempt; what it merely stored is cleared away", async () => {
  const task = await queueTestTask(test.db, accountId, {});
  let made = 0;
  const read: string[] = [];
  const phase = (fails: boolean) => async (run: PhaseRun) => {
    const file = (text: string) => ({
      name: "a.txt",
      role: "segment",
      contentType: "text/plain",
      bytes: new TextEncoder().encode(text),
    });
    await run.storeArtifact(file(`stored, fails: ${fails}`));
    const reference = await run.keepArtifact("shot 1", async () => {
      made++;
      return file("rendered with much effort");
    });
    read.push(new TextDecoder().decode((await run.readArtifact(reference)).bytes));
    if (fails) throw new Error("interrupted");
    return reference;
  };
  await (await attemptTask(test.db, task, scriptedPipeline({ two: phase(true) }))).ended;
  await test.owner`update tasks set run_after = null where uid = ${task.uid}`;
  await (await attemptTask(test.db, task, scriptedPipeline({ two: phase(false) }))).ended;
  expect(made).toBe(1);
  expect(read).toEqual(Array(2).fill("rendered with much effort"));
  const rows = await test.owner`select count(*)::int as count from artifacts where task_uid = ${task.uid}`;
  expect(rows).toEqual([{ count: 2 }]);
});
