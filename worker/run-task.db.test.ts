import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { NewTaskRow, TaskRow } from "#db/schema/tasks.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { LeaseLost } from "#domain/work/lease.ts";
import { rescueTasksOf } from "#domain/work/rescue-tasks.ts";
import { insertBareAccount, queueTestTask, readMoves, readPhases, readTask } from "#domain/work/testing.ts";
import type { Pipeline } from "#task-types/define-pipeline.ts";
import { WorkerStopping } from "#worker/stop-reasons.ts";
import type { Workshop } from "#worker/task-run.ts";
import { attemptTask, noModels, phaseStates, scriptedPipeline } from "#worker/testing.ts";

let test: TestDatabase;
let accountId: string;
beforeAll(async () => {
  test = await createTestDatabase();
  accountId = await insertBareAccount(test.db);
});
afterAll(() => test.close());
afterEach(() => {
  vi.useRealTimers();
});

const queue = (values: Partial<NewTaskRow> = {}) => queueTestTask(test.db, accountId, values);

const attempt = (task: TaskRow, pipeline: Pipeline, values: Partial<Workshop> = {}) =>
  attemptTask(test.db, task, pipeline, values);

/** A phase that begins and then waits for the end of the world. */
function hanging() {
  const { promise: begun, resolve } = Promise.withResolvers<AbortSignal>();
  const phase: Pipeline["phases"][string] = ({ signal }) => {
    resolve(signal);
    return new Promise(() => {});
  };
  return { begun, phase };
}

describe("an attempt", () => {
  it("runs each phase on the outputs of those before, and hands its result to a reviewer", async () => {
    const task = await queue();
    const seen: unknown[] = [];
    const { ended } = await attempt(
      task,
      scriptedPipeline({
        three: async ({ outputs, request, common, progress, warn, degrade }) => {
          seen.push(outputs, request, common.language);
          progress(0.5, "Half way");
          warn("odd");
          degrade("less than asked");
          return { words: 3 };
        },
      }),
    );
    expect(await ended).toBe("awaiting_approval");
    expect(seen).toEqual([{ one: "one", two: "two" }, { topic: "Bees" }, "English"]);
    expect(await readTask(test.db, task)).toMatchObject({
      status: "awaiting_approval",
      progress: 100,
      revision: 1,
      warnings: ["odd"],
      degraded: true,
      degradedReasons: ["less than asked"],
    });
    expect(await readPhases(test.db, task)).toMatchObject([
      { name: "one", status: "done", output: "one" },
      { name: "two", status: "done", output: "two" },
      { name: "three", status: "done", output: { words: 3 } },
    ]);
    const events = await test.owner`select type, phase from task_events where task_uid = ${task.uid} order by id`;
    expect(events.map(({ type, phase }) => `${type} ${phase ?? ""}`.trim())).toEqual([
      "move",
      ...["one", "two", "three"].flatMap((name) => [`phase_started ${name}`, `phase_finished ${name}`]),
      "move",
    ]);
  });

  it("completes a task that asks for no approval", async () => {
    const task = await queue({ requiresApproval: false });
    const { ended } = await attempt(task, scriptedPipeline());
    expect(await ended).toBe("completed");
    expect(await readMoves(test.db, task)).toEqual(["start", "finish"]);
  });

  it("counts tokens and cost by phase, and names the model that wrote most", async () => {
    const task = await queue();
    const usage = { inputTokens: 10, images: 0, phase: "one" };
    const { ended } = await attempt(task, scriptedPipeline({ one: ({ generate }) => generate({} as never) }), {
      createModels: ({ onUsage }) => ({
        ...noModels,
        generate: async () => {
          onUsage({ ...usage, modelId: "a/small", outputTokens: 1, costUsd: 0.25 });
          onUsage({ ...usage, modelId: "b/large", outputTokens: 5, costUsd: 0.5 });
          return "text" as never;
        },
      }),
    });
    await ended;
    expect(await readTask(test.db, task)).toMatchObject({ modelUsed: "b/large", costUsd: 0.75 });
    const [one] = await readPhases(test.db, task);
    expect(one).toMatchObject({ model: "b/large", inputTokens: 20, outputTokens: 6, costUsd: 0.75 });
  });

  it("keeps files under the task, and clears away those of a run that was cut short", async () => {
    const task = await queue();
    const file = { name: "a.txt", role: "document", contentType: "text/plain" };
    const pipeline = (text: string, fail: boolean) =>
      scriptedPipeline({
        two: async ({ storeArtifact }) => {
          const reference = await storeArtifact({ ...file, bytes: new TextEncoder().encode(text) });
          if (fail) throw new Error("after the file");
          return reference;
        },
      });
    await (await attempt(task, pipeline("draft", true))).ended;
    await (await attempt(task, pipeline("final", false))).ended;
    const rows = await test.owner`select id, size::int as size from artifacts where task_uid = ${task.uid}`;
    const phases = await readPhases(test.db, task);
    expect(rows).toEqual([{ id: String(phases[1]?.output).replace("artifact:", ""), size: 5 }]);
    expect(await test.owner`select kind from outbox where task_uid = ${task.uid}`).toEqual([
      { kind: "artifact.remove" },
    ]);
  });
});

describe("a task that was taken back", () => {
  it("goes on from the phase reached, and repeats none", async () => {
    const task = await queue();
    const ran: string[] = [];
    const note = (name: string) => async () => {
      ran.push(name);
      return name;
    };
    const { begun, phase } = hanging();
    const first = await attempt(task, scriptedPipeline({ one: note("one"), two: phase }));
    await begun;
    await rescueTasksOf(test.db, "tester");
    const second = await attempt(
      task,
      scriptedPipeline({ one: note("one again"), two: note("two"), three: note("three") }),
    );
    expect(await second.ended).toBe("awaiting_approval");
    first.controller.abort(new LeaseLost());
    expect(await first.ended).toBe("lost");
    expect(ran).toEqual(["one", "two", "three"]);
    expect(await readTask(test.db, task)).toMatchObject({ status: "awaiting_approval", attempt: 1, rescues: 1 });
  });

  it("loses what its first worker finishes late", async () => {
    const task = await queue();
    const { promise: release, resolve: finishLate } = Promise.withResolvers<string>();
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    const slow = scriptedPipeline({
      one: () => {
        begin();
        return release;
      },
    });
    const first = await attempt(task, slow);
    await begun;
    await rescueTasksOf(test.db, "tester");
    await (await attempt(task, scriptedPipeline())).ended;
    finishLate("late");
    expect(await first.ended).toBe("lost");
    expect(await readPhases(test.db, task)).toMatchObject([{ output: "one" }, { output: "two" }, { output: "three" }]);
    expect(await test.owner`select from revisions where task_uid = ${task.uid}`).toHaveLength(1);
  });
});

describe("another round", () => {
  it("keeps the phases before the one named, and shows the rest the feedback and the last revision", async () => {
    const task = await queue();
    await (await attempt(task, scriptedPipeline())).ended;
    await test.owner`
      update tasks set status = 'queued', round = 2, attempt = 0, from_phase = 'two', feedback = 'shorter', progress = 1
      where uid = ${task.uid}`;
    let seen: unknown;
    const { ended } = await attempt(
      task,
      scriptedPipeline({
        one: async () => "never",
        two: async ({ outputs, feedback, previous }) => {
          seen = { outputs, feedback, previous };
          return "2";
        },
      }),
    );
    expect(await ended).toBe("awaiting_approval");
    expect(seen).toEqual({
      outputs: { one: "one" },
      feedback: "shorter",
      previous: { content: null, result: { text: "one two three" } },
    });
    expect((await phaseStates(test.db, task)).slice(3)).toEqual(["2 one reused", "2 two done", "2 three done"]);
    expect(
      await test.owner`
      select number, note, result->>'text' as text from revisions where task_uid = ${task.uid} order by 1`,
    ).toEqual([
      { number: 1, note: null, text: "one two three" },
      { number: 2, note: "shorter", text: "one 2 three" },
    ]);
  });
});

describe("an attempt that is ended from outside", () => {
  it("stops at its timeout, even where the phase does not listen", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const task = await queue();
    const { begun, phase } = hanging();
    const { ended } = await attempt(task, scriptedPipeline({ one: phase }));
    const signal = await begun;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(signal.aborted).toBe(true);
    vi.useRealTimers();
    expect(await ended).toBe("queued");
    const [event] = await test.owner`
      select reason from task_events where task_uid = ${task.uid} and move = 'retry_later'`;
    expect(event?.reason).toMatch(/"one" did not finish within the 1 minutes/);
  });

  it("hands the task back when its worker stops, and counts no attempt", async () => {
    const task = await queue();
    const { begun, phase } = hanging();
    const { controller, ended } = await attempt(task, scriptedPipeline({ two: phase }));
    await begun;
    controller.abort(new WorkerStopping());
    expect(await ended).toBe("yielded");
    expect(await readTask(test.db, task)).toMatchObject({ status: "queued", attempt: 0, rescues: 0, leaseId: null });
    expect(await readMoves(test.db, task)).toEqual(["start", "yield"]);
  });

  it("finishes the phase it is in while its worker drains, and begins no other", async () => {
    const task = await queue();
    let draining = false;
    const one = async () => {
      draining = true;
      return "one";
    };
    const { ended } = await attempt(task, scriptedPipeline({ one }), { isDraining: () => draining });
    expect(await ended).toBe("yielded");
    expect(await phaseStates(test.db, task)).toEqual(["1 one done"]);
  });
});
