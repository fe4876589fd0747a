import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod";
import type { Database, listen } from "#db/client.ts";
import { connect } from "#db/connect.ts";
import { Listener } from "#db/listener.ts";
import type { TaskRow } from "#db/schema/tasks.ts";
import { claimFor, readPhases } from "#domain/work/testing.ts";
import { LocalArtifactStore } from "#lib/storage/local-artifact-store.ts";
import type { Pipeline } from "#task-types/define-pipeline.ts";
import { defineTaskType, type TaskType } from "#task-types/define-task-type.ts";
import { openJobQueue } from "#worker/job-queue.ts";
import type { ModelRunner } from "#worker/models/create-model-runner.ts";
import { LocalFinder } from "#worker/models/local-finder.ts";
import { runTask } from "#worker/run-task.ts";
import { startWorker, type WorkerOptions } from "#worker/start-worker.ts";
import type { Workshop } from "#worker/task-run.ts";

/** A type of three phases whose pipeline each test writes itself. */
export const scripted: TaskType = defineTaskType({
  name: "scripted",
  label: "Scripted",
  description: "What a test says.",
  request: z.strictObject({ topic: z.string() }),
  result: z.strictObject({ text: z.string() }),
  phases: [
    { name: "one", label: "Doing one", model: null },
    { name: "two", label: "Doing two", model: null },
    { name: "three", label: "Doing three", model: null },
  ],
  requiresApproval: true,
  attempts: 2,
  timeoutMinutes: 1,
  title: (request) => request.topic,
  example: { topic: "Bees" },
});

/** Each phase says its own name; the result is all of them. */
export function scriptedPipeline(phases: Partial<Pipeline["phases"]> = {}): Pipeline {
  const say = (name: string) => async () => name;
  return {
    phases: { one: say("one"), two: say("two"), three: say("three"), ...phases } as Pipeline["phases"],
    finish: (outputs) => ({
      content: null,
      result: { text: Object.values(outputs).join(" ") },
      qualityScore: 7,
    }),
  };
}

const unused = () => Promise.reject(new Error("this test has no such thing"));

/** Models that answer nothing, to be spread under those that a test gives. */
export const noModels: ModelRunner = { generate: unused, writeText: unused, drawImage: unused, speak: unused };

/** What runs share, around one pipeline; models answer nothing unless given. */
export function testWorkshop(db: Database, pipeline: Pipeline, values: Partial<Workshop> = {}): Workshop {
  return {
    db,
    workerId: "tester",
    findTaskType: (name) => (name === scripted.name ? { taskType: scripted, pipeline } : null),
    store: new LocalArtifactStore(join(tmpdir(), `hub-test-artifacts-${process.pid}`)),
    net: { readPage: unused, linkResolves: unused, fetchBytes: unused },
    createModels: () => noModels,
    backoffMs: () => 0,
    isDraining: () => false,
    ...values,
  };
}

/** A whole worker in this process: own queue, own listener, everything faster than in earnest. */
export async function startTestWorker(
  test: { db: Database; appUrl: string },
  pipeline: Pipeline,
  values: Partial<WorkerOptions> = {},
) {
  const sql = connect(test.appUrl, { max: 4 });
  const listener = new Listener(test.appUrl);
  const folder = mkdtempSync(join(tmpdir(), "hub-worker-"));
  const heard: typeof listen = (channel, onNotify, onReconnect) => listener.listen(channel, onNotify, onReconnect);
  const worker = await startWorker({
    ...testWorkshop(test.db, pipeline, { store: new LocalArtifactStore(folder) }),
    queue: await openJobQueue(sql),
    listen: heard,
    concurrency: 2,
    finder: new LocalFinder(async () => ({})),
    taskTypes: [scripted.name],
    onReplaced: (error) => {
      throw error;
    },
    heartbeatEveryMs: 50,
    housekeeping: { rescueEveryMs: 50, reconcileEveryMs: 100 },
    ...values,
  });
  return {
    drain: worker.drain,
    async close(): Promise<void> {
      await worker.drain(0);
      await listener.end();
      await sql.end({ timeout: 1 });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Claims a task and begins one attempt at it; `ended` settles with how it ended. */
export async function attemptTask(db: Database, task: TaskRow, pipeline: Pipeline, values: Partial<Workshop> = {}) {
  const controller = new AbortController();
  const claimed = await claimFor(db, "tester", task);
  return { controller, ended: runTask(testWorkshop(db, pipeline, values), claimed, controller) };
}

/** `1 research done` for each run of a phase. */
export async function phaseStates(db: Database, task: TaskRow): Promise<string[]> {
  return (await readPhases(db, task)).map(({ round, name, status }) => `${round} ${name} ${status}`);
}
