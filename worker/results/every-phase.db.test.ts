import { execFileSync } from "node:child_process";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { TaskRow } from "#db/schema/tasks.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { readNewTask } from "#domain/tasks/new-task.ts";
import { insertBareAccount, queueTestTask, readPhases, readTask } from "#domain/work/testing.ts";
import type { JsonObject } from "#lib/contract/json.ts";
import type { ModelKind } from "#lib/contract/model-kind.ts";
import { LocalArtifactStore } from "#lib/storage/local-artifact-store.ts";
import type { Pipeline } from "#task-types/define-pipeline.ts";
import type { TaskType } from "#task-types/define-task-type.ts";
import type { PhaseRun } from "#task-types/phase-run.ts";
import { pipelines } from "#task-types/pipelines.ts";
import { findTaskType, type TaskTypeName, taskTypeNames } from "#task-types/schemas.ts";
import { createModelRunner } from "#worker/models/create-model-runner.ts";
import { fails, TestingProvider } from "#worker/models/testing-provider.ts";
import { WorkerStopping } from "#worker/stop-reasons.ts";
import { attemptTask } from "#worker/testing.ts";

/** What makes an example small, and needs no network. */
const smaller: Partial<Record<TaskTypeName, JsonObject>> = {
  video: { segments: 2, resolution: "320*180" },
  animated_lesson: { scenes: 2, render_video: true },
  concept_generation: { num_palettes: 1 },
};
/** A connected model of each kind, which answers as a test says. */
const connected = { text: "openai/gpt-5", vision: "openai/gpt-5", image: "openai/gpt-image-1", speech: "openai/tts-1" };

/** Phases without a model that start programs of their own. */
const rendering = ["assemble"];

type Fault = { phase: string; how: "fails" | "is aborted" };

let test: TestDatabase;
let accountId: string;
const store = new LocalArtifactStore(mkdtempSync(join(tmpdir(), "hub-phases-")));
const provider = new TestingProvider();
const openaiBefore = process.env.OPENAI_BASE_URL;
beforeAll(async () => {
  test = await createTestDatabase();
  accountId = await insertBareAccount(test.db);
  process.env.OPENAI_BASE_URL = await provider.start();
});
beforeEach(() => provider.answer(fails(500)));
afterAll(async () => {
  provider.stop();
  if (openaiBefore === undefined) delete process.env.OPENAI_BASE_URL;
  else process.env.OPENAI_BASE_URL = openaiBefore;
  await test.close();
});

async function queue(name: TaskTypeName): Promise<TaskRow> {
  const example = findTaskType(name)?.example ?? {};
  const { request, common } = readNewTask({ task_type: name, ...example, ...smaller[name] });
  const values = { taskType: name, requestData: request, parameters: common.parameters, requiresApproval: false };
  return queueTestTask(test.db, accountId, { ...values, modelName: common.model_name ?? null });
}

/** One attempt, with the built-in models but in the phase that a fault is in. */
async function attempt(task: TaskRow, fault: Fault | null) {
  const taskType = { ...(findTaskType(task.taskType) as TaskType), attempts: 99 };
  const ran: string[] = [];
  let abortedAt = 0;
  let working: Promise<unknown> = Promise.resolve();
  const pipeline = pipelines[task.taskType as TaskTypeName] as Pipeline;
  const phases = Object.entries(pipeline.phases).map(([name, work]): [string, Pipeline["phases"][string]] => [
    name,
    (run) => {
      ran.push(name);
      if (fault?.phase !== name) return work(run);
      const faulty = fault.how === "fails" ? failing(work, run) : aborted(work, run);
      working = faulty.catch(() => {});
      return faulty;
    },
  ]);
  const stop = () => {
    abortedAt ||= performance.now();
    controller.abort(new WorkerStopping());
  };
  /** Told before a program runs; a turn later it does, and nobody can have heard of its end. */
  const stopSoon = () => void setImmediate(stop);
  /** Stops the attempt when the phase is in the middle of what takes it longest, and before it is over in any case. */
  const aborted = async (work: Pipeline["phases"][string], run: PhaseRun) => {
    if (kind) provider.answer(stop);
    else if (rendering.includes(fault?.phase ?? "")) subscribe("child_process", stopSoon);
    else stopSoon();
    const output = await work(run).finally(() => unsubscribe("child_process", stopSoon));
    await new Promise((resolve) => setImmediate(resolve));
    return output;
  };
  const kind = fault && modelIn(taskType, fault.phase);
  const { controller, ended } = await attemptTask(
    test.db,
    task,
    { ...pipeline, phases: Object.fromEntries(phases) },
    {
      store,
      net: { readPage: unreachable, linkResolves: async () => false, fetchBytes: async () => logo() },
      findTaskType: () => ({ taskType, pipeline: { ...pipeline, phases: Object.fromEntries(phases) } }),
      createModels: (options) =>
        createModelRunner({
          ...options,
          environment: { OPENAI_API_KEY: "a key" },
          policy: { retries: 0 },
          ...(fault &&
            kind && {
              settings: { ...options.settings, allowSubstitution: false },
              request: { ...options.request, modelsByPhase: { [fault.phase]: connected[kind] } },
            }),
        }),
    },
  );
  const outcome = await ended;
  return { outcome, ran, abortedAt, working };
}

/** Does everything that the phase does, and then its last tool breaks: what was stored is stored. */
async function failing(work: Pipeline["phases"][string], run: PhaseRun): Promise<never> {
  await work(run);
  throw new Error("the tool broke");
}

function modelIn({ phases }: TaskType, phase: string): ModelKind | null {
  return phases.find((declared) => declared.name === phase)?.model ?? null;
}

const unreachable = () => Promise.reject(new Error("there is no network"));

async function logo() {
  const blank = sharp({ create: { width: 200, height: 200, channels: 3, background: "#336699" } });
  const bytes = new Uint8Array(await blank.png().toBuffer());
  return { url: "https://example.org/logo.png", contentType: "image/png", charset: "utf-8", bytes };
}

/** Processes that this one started and that still run. */
function childProcesses(): number {
  const lines = execFileSync("ps", ["-A", "-o", "ppid=,stat=,comm="], { encoding: "utf8" }).split("\n");
  return lines.filter((line) => {
    const [parent, state = "", command] = line.trim().split(/\s+/);
    return Number(parent) === process.pid && !state.startsWith("Z") && command !== "ps";
  }).length;
}

const states = async (task: TaskRow) =>
  Object.fromEntries((await readPhases(test.db, task)).map(({ name, status }) => [name, status]));

describe.each(taskTypeNames as TaskTypeName[])("each phase of %s", (name) => {
  const taskType = findTaskType(name) as TaskType;
  const { phases } = taskType;

  it("may fail and be aborted: what came before is kept, nothing half done stays", { timeout: 240_000 }, async () => {
    const task = await queue(name);
    for (const [ordinal, { name: phase }] of phases.entries()) {
      const model = modelIn(taskType, phase);
      const before = phases.slice(0, ordinal).map(({ name }) => [name, "done"]);
      // The attempt that met the last phase's fault left that one still to be done.
      const next = ordinal === 0 ? [phase] : [phases[ordinal - 1]?.name, phase];

      provider.answer(fails(500));
      const failed = await attempt(task, { phase, how: "fails" });
      expect([phase, failed.outcome, failed.ran]).toEqual([phase, "queued", next]);
      expect(await states(task)).toEqual({ ...Object.fromEntries(before), [phase]: "failed" });
      const [event] = await test.owner`
        select reason from task_events where task_uid = ${task.uid} and move = 'retry_later' order by id desc limit 1`;
      expect(event?.reason).toContain(`phase "${phase}"`);
      expect(event?.reason).toMatch(
        model ? /openai\/\S+ failed .*HTTP 500.*(Try again|Check)/ : /the tool broke.*Retry/,
      );

      const aborted = await attempt(task, { phase, how: "is aborted" });
      expect([phase, aborted.outcome, aborted.ran]).toEqual([phase, "yielded", [phase]]);
      // It does not only look ended: nobody works on, and no program runs on.
      await aborted.working;
      expect([phase, performance.now() - aborted.abortedAt]).toEqual([phase, expect.toSatisfy((ms) => ms < 20_000)]);
      await expect.poll(childProcesses).toBe(0);
    }
    const finished = await attempt(task, null);
    expect([finished.outcome, finished.ran]).toEqual(["completed", [phases.at(-1)?.name]]);
    const row = await readTask(test.db, task);
    expect(row).toMatchObject({ status: "completed", errorMessage: null, progress: 100 });
    expect(await orphans(task)).toEqual([]);
  });
});

/** Files of a phase that no output speaks of: left by a run that came to nothing. */
async function orphans(task: TaskRow): Promise<string[]> {
  const said = JSON.stringify((await readPhases(test.db, task)).map(({ output }) => output));
  const files = await test.owner`
    select id, name from artifacts where task_uid = ${task.uid} and metadata ? 'phase'`;
  return files.flatMap(({ id, name }) => (said.includes(id) ? [] : [name]));
}
