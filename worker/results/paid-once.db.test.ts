import { mkdtempSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { readNewTask } from "#domain/tasks/new-task.ts";
import { insertBareAccount, queueTestTask, readTask } from "#domain/work/testing.ts";
import type { JsonObject } from "#lib/contract/json.ts";
import { encodeWav } from "#lib/media/wav.ts";
import { LocalArtifactStore } from "#lib/storage/local-artifact-store.ts";
import type { Pipeline } from "#task-types/define-pipeline.ts";
import { pipelines } from "#task-types/pipelines.ts";
import { findTaskType, type TaskTypeName } from "#task-types/schemas.ts";
import { splitForSpeech } from "#task-types/speech/split-for-speech.ts";
import { createModelRunner } from "#worker/models/create-model-runner.ts";
import { draws, fails, type Reaction, TestingProvider } from "#worker/models/testing-provider.ts";
import { attemptTask } from "#worker/testing.ts";

let test: TestDatabase;
let accountId: string;
let picture: Reaction;
const store = new LocalArtifactStore(mkdtempSync(join(tmpdir(), "hub-paid-")));
const provider = new TestingProvider();
const before = process.env.OPENAI_BASE_URL;
beforeAll(async () => {
  test = await createTestDatabase();
  accountId = await insertBareAccount(test.db);
  process.env.OPENAI_BASE_URL = await provider.start();
  const blank = sharp({ create: { width: 64, height: 64, channels: 3, background: "#336699" } });
  picture = draws(new Uint8Array(await blank.png().toBuffer()));
});
afterAll(async () => {
  provider.stop();
  if (before === undefined) delete process.env.OPENAI_BASE_URL;
  else process.env.OPENAI_BASE_URL = before;
  await test.close();
});

const hum = encodeWav({ sampleRate: 16_000, samples: new Int16Array(8_000).fill(3000) });
const speech = (response: ServerResponse) => void response.writeHead(200, { "content-type": "audio/wav" }).end(hum);
const spokenText = Array.from({ length: 120 }, (_, n) => `Bell ${n + 1} rings twice before the ferry leaves.`).join(
  " ",
);
const parts = splitForSpeech(spokenText, "en").length;

const all: { name: TaskTypeName; fields: JsonObject; works: () => Reaction; total: number; cost: number }[] = [
  {
    name: "image_generation",
    fields: {
      model_name: "openai/gpt-image-1",
      input_data: { prompt: "A lighthouse", width: 256, height: 256, num_images: 4 },
    },
    works: () => picture,
    total: 4,
    cost: 4 * 0.042,
  },
  {
    name: "video",
    fields: {
      story_prompt: "The ferry leaves at noon. A lighthouse stands on the cliff. Gulls cry. The pier is long.",
      segments: 4,
      resolution: "320*180",
      quality_preference: "fast",
      models_by_phase: { images: "openai/gpt-image-1" },
    },
    works: () => picture,
    total: 4,
    cost: 4 * 0.016,
  },
  {
    name: "text_to_speech",
    fields: { model_name: "openai/tts-1", input_data: { text: spokenText } },
    works: () => speech,
    total: parts,
    cost: (spokenText.length * 15) / 1e6,
  },
];

it.each(all)(
  "$name pays for nothing twice when it fails in the middle of a phase",
  async ({ name, fields, works, total, cost }) => {
    const { request, common } = readNewTask({ task_type: name, ...fields });
    const task = await queueTestTask(test.db, accountId, {
      taskType: name,
      requestData: request,
      requiresApproval: false,
      modelName: common.model_name ?? null,
      modelsByPhase: common.models_by_phase ?? {},
      qualityPreference: common.quality_preference,
    });
    const attempt = async () =>
      (
        await attemptTask(test.db, task, pipelines[name] as Pipeline, {
          store,
          findTaskType: () => ({ taskType: findTaskType(name) as never, pipeline: pipelines[name] as Pipeline }),
          createModels: (options) =>
            createModelRunner({
              ...options,
              settings: { ...options.settings, allowSubstitution: false },
              environment: { OPENAI_API_KEY: "a key" },
              policy: { retries: 0 },
            }),
        })
      ).ended;

    provider.answer(works(), works(), fails(500));
    expect(await attempt()).toBe("queued");
    expect(provider.requests).toHaveLength(3);

    provider.answer(works());
    expect(await attempt()).toBe("completed");
    // Two were paid for before; what failed cost nothing.
    expect(provider.requests).toHaveLength(total - 2);
    expect((await readTask(test.db, task)).costUsd).toBeCloseTo(cost, 3);
  },
  60_000,
);
