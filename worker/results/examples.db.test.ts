import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TaskRow } from "#db/schema/tasks.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { storeArtifact } from "#domain/artifacts/store-artifact.ts";
import { takeUploads } from "#domain/artifacts/take-uploads.ts";
import { inAccount } from "#domain/context.ts";
import { readNewTask } from "#domain/tasks/new-task.ts";
import { readTaskResult } from "#domain/work/read-task-result.ts";
import { insertBareAccount, queueTestTask, readTask } from "#domain/work/testing.ts";
import { workerContext } from "#domain/workers/worker-context.ts";
import type { JsonObject } from "#lib/contract/json.ts";
import { LocalArtifactStore } from "#lib/storage/local-artifact-store.ts";
import type { Pipeline } from "#task-types/define-pipeline.ts";
import { pipelines } from "#task-types/pipelines.ts";
import { findTaskType, type TaskTypeName, taskTypeNames } from "#task-types/schemas.ts";
import { createModelRunner } from "#worker/models/create-model-runner.ts";
import { attemptTask } from "#worker/testing.ts";

/** Films take long; their own tests make them. */
const films: readonly string[] = ["video", "animated_lesson"];
const names = taskTypeNames.filter((name) => !films.includes(name));

let test: TestDatabase;
let accountId: string;
const store = new LocalArtifactStore(mkdtempSync(join(tmpdir(), "hub-examples-")));
beforeAll(async () => {
  test = await createTestDatabase();
  accountId = await insertBareAccount(test.db);
});
afterAll(() => test.close());

/** One attempt by the worker's own code, with the built-in models and without a network. */
async function make(taskType: TaskTypeName, fields: JsonObject): Promise<TaskRow> {
  const { request, common } = readNewTask({ task_type: taskType, ...fields });
  const values = {
    taskType,
    requestData: request,
    modelName: common.model_name ?? null,
    sourceMaterial: common.source_material ?? null,
    parameters: common.parameters,
  };
  const task = await queueTestTask(test.db, accountId, { ...values, requiresApproval: false });
  const ctx = workerContext(test.db, "tester", accountId);
  await inAccount(ctx, (tx) => takeUploads({ ...ctx, tx }, [{ uid: task.uid, requestData: request }]));
  const { ended } = await attemptTask(test.db, task, pipelines[taskType] as Pipeline, {
    store,
    createModels: (options) => createModelRunner({ ...options, environment: {} }),
    findTaskType: (name) => {
      const found = findTaskType(name);
      return found && { taskType: found, pipeline: pipelines[taskType] as Pipeline };
    },
  });
  const outcome = await ended;
  const row = await readTask(test.db, task);
  expect([outcome, row.errorMessage]).toEqual(["completed", null]);
  return row;
}

describe("the example of each type, as the documentation shows it", () => {
  it.each(names)("%s comes to a result", async (name) => {
    const example = findTaskType(name)?.example ?? {};
    const row = await make(name, example);
    const found = await readTaskResult(workerContext(test.db, "tester", accountId), row.id);
    expect(found?.taskType).toBe(name);
    expect([row.degradedReasons, row.warnings], "what it shows is what the type can do").toEqual([[], []]);
  });
});

describe("data for an analysis", () => {
  it("comes from an upload of the account, and from another task's rows", async () => {
    const ctx = workerContext(test.db, "tester", accountId);
    const file = { taskUid: null, name: "sales.csv", role: "upload", contentType: "text/csv" };
    const { id } = await storeArtifact(ctx, store, {
      ...file,
      bytes: new TextEncoder().encode("shop,sales\nA,5\nB,15"),
    });
    const retrieved = await make("data_retrieval", { data_sources: [{ type: "upload", upload_id: id }] });
    const analysed = await make("business_analytics", { data: { task_id: retrieved.id } });
    const found = await readTaskResult(ctx, analysed.id);
    expect(found?.result).toMatchObject({ metrics: [{ name: "sales", total: 20 }] });
  });

  it("is closed to other accounts", async () => {
    const own = await make("quiz", { story_prompt: "The bell rang twice in May.", difficulty: "easy" });
    const other = workerContext(test.db, "tester", await insertBareAccount(test.db, "Other"));
    expect(await readTaskResult(other, own.id)).toBeNull();
  });
});
