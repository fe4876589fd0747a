import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { encodeWav } from "#lib/media/wav.ts";
import { createModelRunner, type ModelUsage } from "./create-model-runner.ts";
import { sendEvents } from "./testing-provider.ts";

const hum = encodeWav({ sampleRate: 16_000, samples: new Int16Array(16_000).fill(3000) });
const asked: { path: string; body: string }[] = [];
let server: Server;
const before = process.env.OPENAI_BASE_URL;

/** Speaks as OpenAI's API does, to this machine. */
beforeAll(async () => {
  server = createServer((request, response) => {
    let body = "";
    request.on("data", (part) => {
      body += part;
    });
    request.on("end", () => {
      asked.push({ path: request.url ?? "", body });
      if (request.url?.endsWith("/audio/speech")) {
        response.writeHead(200, { "content-type": "audio/wav" }).end(hum);
        return;
      }
      const item = { type: "message", id: "m1" };
      const delta = JSON.stringify({ text: "A harbour at noon." });
      sendEvents(response, [
        { type: "response.created", response: { id: "r1", created_at: 1, model: "gpt-4o" } },
        { type: "response.output_item.added", output_index: 0, item },
        { type: "response.output_text.delta", item_id: "m1", output_index: 0, delta },
        { type: "response.output_item.done", output_index: 0, item },
        { type: "response.completed", response: { usage: { input_tokens: 7, output_tokens: 5 } } },
      ]);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  process.env.OPENAI_BASE_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
});
afterAll(() => {
  if (before === undefined) delete process.env.OPENAI_BASE_URL;
  else process.env.OPENAI_BASE_URL = before;
  server.close();
});

function runner(modelName: string, model: "speech" | "vision") {
  const usage: ModelUsage[] = [];
  const degraded: string[] = [];
  const models = createModelRunner({
    settings: { allowSubstitution: true, modelAliases: {}, modelTiers: {}, modelPrices: {} },
    request: { modelName, modelsByPhase: {}, qualityPreference: "balanced" },
    idempotencyScope: "test",
    signal: new AbortController().signal,
    phases: [{ name: "generate", model }],
    onUsage: (each) => usage.push(each),
    onDegraded: (reason) => degraded.push(reason),
    environment: { OPENAI_API_KEY: "a key" },
  });
  return { models, usage, degraded };
}

describe("connected providers", () => {
  test("speak, and what they send becomes samples", async () => {
    const { models, usage, degraded } = runner("openai/tts-1", "speech");
    const spoken = await models.speak("generate", { text: "Good morning", language: "English", voice: "alloy" });
    expect(spoken).toMatchObject({ modelId: "openai/tts-1", sound: { sampleRate: 16_000 } });
    expect(spoken?.sound.samples).toHaveLength(16_000);
    expect(asked.at(-1)).toMatchObject({ path: "/v1/audio/speech", body: expect.stringContaining('"voice":"alloy"') });
    expect(usage).toMatchObject([{ modelId: "openai/tts-1" }]);
    expect(degraded).toEqual([]);
  });

  test("see: the picture goes with the question", async () => {
    const { models, degraded } = runner("openai/gpt-4o", "vision");
    const answer = await models.generate("generate", {
      job: "image.caption",
      input: {},
      system: "You describe pictures.",
      prompt: "Describe this picture.",
      image: { bytes: new Uint8Array([137, 80, 78, 71]), contentType: "image/png" },
      output: z.object({ text: z.string() }),
    });
    expect(answer).toEqual({ text: "A harbour at noon." });
    expect(asked.at(-1)?.body).toContain("data:image/png;base64,iVBORw==");
    expect(degraded).toEqual([]);
  });
});
