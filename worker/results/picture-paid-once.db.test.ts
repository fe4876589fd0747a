import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTask } from "#domain/tasks/create-task.ts";
import { getTask } from "#domain/tasks/get-task.ts";
import { readNewTask } from "#domain/tasks/new-task.ts";
import { createTestHub, type TestHub } from "#domain/tasks/testing.ts";
import type { JsonObject } from "#lib/contract/json.ts";
import { type TaskTypeName, taskTypes } from "#task-types/schemas.ts";
import { draws, TestingProvider } from "#worker/models/testing-provider.ts";

const provider = new TestingProvider();
const folder = mkdtempSync(join(tmpdir(), "hub-kept-pictures-"));
const children: ChildProcess[] = [];
let baseUrl: string;
beforeAll(async () => {
  baseUrl = await provider.start();
  const blank = sharp({ create: { width: 64, height: 64, channels: 3, background: "#336699" } });
  provider.answer(draws(new Uint8Array(await blank.png().toBuffer())));
});
afterAll(() => {
  for (const child of children) child.kill("SIGKILL");
  provider.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function startProcess(hub: TestHub, workerId: string, hangAfter = "") {
  const paid = { OPENAI_BASE_URL: baseUrl, OPENAI_API_KEY: "a key" };
  const child = fork(join(import.meta.dirname, "../testing-real-worker.ts"), {
    env: {
      ...process.env,
      ...paid,
      DATABASE_URL: hub.url,
      DATA_DIR: folder,
      WORKER_ID: workerId,
      HANG_AFTER: hangAfter,
    },
    execArgv: [],
  });
  children.push(child);
  const hanging = new Promise<void>((resolve) => {
    child.on("message", (message: { hanging?: string }) => message.hanging && resolve());
  });
  await once(child, "message");
  return { child, hanging };
}

const cases: { name: TaskTypeName; phase: string; fields?: JsonObject }[] = [
  { name: "blog_post", phase: "image" },
  { name: "newsletter", phase: "image" },
  { name: "concept_generation", phase: "design", fields: { num_palettes: 1 } },
  { name: "image_generation", phase: "generate", fields: { model_name: "openai/gpt-image-1" } },
];

it.each(cases)(
  "the picture of $name is paid for once, though the worker dies before its phase is saved",
  async ({ name, phase, fields }) => {
    const hub = await createTestHub();
    const bought = provider.requests.length;
    try {
      const victim = await startProcess(hub, "victim", phase);
      const models_by_phase = { [phase]: "openai/gpt-image-1" };
      const request = { ...taskTypes[name].example, models_by_phase, ...fields };
      const { row } = await createTask(hub.ctx, readNewTask({ task_type: name, ...request }));
      await victim.hanging;
      victim.child.kill("SIGKILL");
      expect(provider.requests.length - bought).toBe(1);
      const heir = await startProcess(hub, "heir");

      const state = async () => (await getTask(hub.ctx, { uid: row.uid })).status;
      await expect.poll(state, { timeout: 150_000, interval: 200 }).toMatch(/^(completed|awaiting_approval)$/);
      heir.child.kill("SIGTERM");
      expect(provider.requests.length - bought).toBe(1);
      const [saved] = await hub.owner`select model from phases where task_uid = ${row.uid} and name = ${phase}`;
      expect(saved).toEqual({ model: "openai/gpt-image-1" });
    } finally {
      await hub.close();
    }
  },
  180_000,
);
