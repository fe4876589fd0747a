import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { afterAll, describe, it } from "vitest";
import { createTask } from "#domain/tasks/create-task.ts";
import { getTask } from "#domain/tasks/get-task.ts";
import { readNewTask } from "#domain/tasks/new-task.ts";
import { createTestHub, type TestHub } from "#domain/tasks/testing.ts";
import type { JsonObject } from "#lib/contract/json.ts";
import { type TaskTypeName, taskTypeNames, taskTypes } from "#task-types/schemas.ts";

/** `npm run test:matrix` kills in every phase of every type; `npm test` in those of a post and of a small film. */
const all = import.meta.env.MODE === "matrix";
const killed: TaskTypeName[] = all ? taskTypeNames : ["blog_post", "video"];

/** Smaller than the type's example where that would take long. */
const requests: Partial<Record<TaskTypeName, JsonObject>> = {
  video: { story_prompt: "Twice a day the sea comes in. Then it goes out.", segments: 2, resolution: "320*180" },
  animated_lesson: { title: "Tides", prompt: "Twice a day the sea comes in. Then it goes out.", scenes: 2 },
};
const cases = killed.flatMap((name) => taskTypes[name].phases.map((phase) => [name, phase.name] as const));

const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill("SIGKILL");
});

async function startProcess(hub: TestHub, workerId: string, hangIn = "") {
  const child = fork(join(import.meta.dirname, "testing-real-worker.ts"), {
    env: { ...process.env, DATABASE_URL: hub.url, WORKER_ID: workerId, HANG_IN: hangIn },
    execArgv: [],
  });
  children.push(child);
  const hanging = new Promise<void>((resolve) => {
    child.on("message", (message: { hanging?: string }) => message.hanging && resolve());
  });
  await once(child, "message");
  return { child, hanging };
}

describe.concurrent("a worker killed as it begins a phase", () => {
  it.for(cases)("of %s: %s loses nothing that was done", { timeout: 600_000 }, async ([name, phase], { expect }) => {
    const hub = await createTestHub();
    try {
      const victim = await startProcess(hub, "victim", phase);
      const request = requests[name] ?? taskTypes[name].example;
      const { row } = await createTask(hub.ctx, readNewTask({ task_type: name, ...request }));
      await victim.hanging;
      victim.child.kill("SIGKILL");
      const heir = await startProcess(hub, "heir");

      const state = async () => (await getTask(hub.ctx, { uid: row.uid })).status;
      await expect.poll(state, { timeout: 500_000, interval: 200 }).toMatch(/^(completed|awaiting_approval)$/);
      heir.child.kill("SIGTERM");

      const task = await getTask(hub.ctx, { uid: row.uid });
      expect(task).toMatchObject({ workerId: "heir", attempt: 1, revision: 1 });
      const starts = await hub.owner`
        select phase, count(*)::int as starts from task_events where task_uid = ${row.uid} and type = 'phase_started'
        group by phase`;
      const expected = taskTypes[name].phases.map((declared) => [declared.name, declared.name === phase ? 2 : 1]);
      expect(Object.fromEntries(starts.map((started) => [started.phase, started.starts]))).toEqual(
        Object.fromEntries(expected),
      );
    } finally {
      await hub.close();
    }
  });
});
