import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import type { NewTaskRow, TaskRow } from "#db/schema/tasks.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { insertBareAccount, queueTestTask, readMoves, readTask } from "#domain/work/testing.ts";
import { HubError } from "#lib/errors.ts";
import type { Pipeline } from "#task-types/define-pipeline.ts";
import type { Workshop } from "#worker/task-run.ts";
import { attemptTask, noModels, phaseStates, scriptedPipeline } from "#worker/testing.ts";

let test: TestDatabase;
let accountId: string;
beforeAll(async () => {
  test = await createTestDatabase();
  accountId = await insertBareAccount(test.db);
});
afterAll(() => test.close());

const queue = (values: Partial<NewTaskRow> = {}) => queueTestTask(test.db, accountId, values);
const attempt = (task: TaskRow, pipeline: Pipeline, values: Partial<Workshop> = {}) =>
  attemptTask(test.db, task, pipeline, values);

describe("a phase that fails", () => {
  it("is tried again later, then fails the task with what, where and what would help", async () => {
    const task = await queue();
    const broken = scriptedPipeline({ two: () => Promise.reject(new Error("the well is dry")) });
    expect(await (await attempt(task, broken, { backoffMs: () => 60_000 })).ended).toBe("queued");
    const waiting = await readTask(test.db, task);
    expect(waiting).toMatchObject({ status: "queued", attempt: 1, errorMessage: null });
    expect(waiting.runAfter?.getTime()).toBeGreaterThan(Date.now() + 50_000);
    const [job] = await test.owner`select start_after > now() as later from pgboss.job where id = ${waiting.jobId}`;
    expect(job).toEqual({ later: true });

    await test.owner`update tasks set run_after = null where uid = ${task.uid}`;
    expect(await (await attempt(task, broken)).ended).toBe("failed");
    const failed = await readTask(test.db, task);
    expect(failed).toMatchObject({ status: "failed", errorCode: "PHASE_FAILED", attempt: 2 });
    expect(failed.errorMessage).toMatch(/"two".*the well is dry.*Retry/);
    expect(failed.errorDetails).toMatchObject({ phase: "two", attempt: 2 });
    expect(await phaseStates(test.db, task)).toEqual(["1 one done", "1 two failed"]);
    expect(await readMoves(test.db, task)).toEqual(["start", "retry_later", "start", "fail"]);
  });

  it("fails at once where trying again would not help", async () => {
    const task = await queue();
    const refuse = () => Promise.reject(new HubError("MODEL_NOT_FOUND", "No model x/y is connected"));
    expect(await (await attempt(task, scriptedPipeline({ one: refuse }))).ended).toBe("failed");
    expect(await readTask(test.db, task)).toMatchObject({ errorCode: "MODEL_NOT_FOUND", attempt: 1 });
  });

  it("has cost what it cost", async () => {
    const task = await queue();
    const { ended } = await attempt(task, scriptedPipeline({ one: ({ generate }) => generate({} as never) }), {
      createModels: ({ onUsage }) => ({
        ...noModels,
        generate: () => {
          onUsage({ phase: "one", modelId: "a/b", inputTokens: 1, outputTokens: 1, images: 0, costUsd: 0.5 });
          return Promise.reject(new Error("half an answer"));
        },
      }),
    });
    await ended;
    expect(await readTask(test.db, task)).toMatchObject({ status: "queued", costUsd: 0.5 });
  });

  it("is the last one where the result does not fit the type, and is run again", async () => {
    const task = await queue();
    const bad: Pipeline = { ...scriptedPipeline(), finish: () => ({ content: null, result: {}, qualityScore: null }) };
    expect(await (await attempt(task, bad)).ended).toBe("queued");
    expect(await phaseStates(test.db, task)).toEqual(["1 one done", "1 two done", "1 three failed"]);
    expect(await (await attempt(task, scriptedPipeline())).ended).toBe("awaiting_approval");
  });

  it("shows no SQL", async () => {
    const task = await queue();
    // PostgreSQL's JSON takes no NUL, so the phase runs and cannot be saved.
    const { ended } = await attempt(task, scriptedPipeline({ one: async () => "a\u0000b" }));
    await ended;
    const [event] = await test.owner`
      select reason from task_events where task_uid = ${task.uid} and move in ('retry_later', 'fail')`;
    expect(event?.reason).toContain("could not be saved");
    expect(event?.reason).not.toMatch(/update|insert|select/i);
  });
});

it("a stored request that its type no longer takes fails the task and names the field", async () => {
  const task = await queue({ requestData: { topic: 5 } });
  expect(await (await attempt(task, scriptedPipeline())).ended).toBe("failed");
  const failed = await readTask(test.db, task);
  expect(failed).toMatchObject({ errorCode: "VALIDATION_ERROR" });
  expect(failed.errorMessage).toContain("request_data.topic");
});

it("a type that no one here knows fails the task", async () => {
  const task = await queue({ taskType: "unheard_of" });
  expect(await (await attempt(task, scriptedPipeline())).ended).toBe("failed");
  expect((await readTask(test.db, task)).errorMessage).toContain("unheard_of");
});

it("a model's output type is the phase's own affair", async () => {
  const schema = z.object({ ok: z.literal(true) });
  const task = await queue();
  const { ended } = await attempt(task, scriptedPipeline({ one: async () => schema.parse({ ok: false }) }));
  await ended;
  const [event] =
    await test.owner`select metadata from task_events where task_uid = ${task.uid} and move = 'retry_later'`;
  expect(event?.metadata).toMatchObject({ code: "INVALID_RESULT" });
});
