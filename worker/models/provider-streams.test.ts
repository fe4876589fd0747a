import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import * as z from "zod";
import { createModelRunner, type ModelUsage } from "./create-model-runner.ts";

/** `[event, data]`, or the data alone. */
type Sent = unknown[];

const words = ['{"text": "Ebb', " and ", 'flow."}'];

const openai: Sent = [
  { type: "response.created", response: { id: "r", created_at: 1, model: "gpt-5-mini" } },
  { type: "response.output_item.added", output_index: 0, item: { type: "message", id: "m" } },
  ...words.map((delta) => ({ type: "response.output_text.delta", item_id: "m", output_index: 0, delta })),
  { type: "response.output_item.done", output_index: 0, item: { type: "message", id: "m" } },
  { type: "response.completed", response: { incomplete_details: null, usage: { input_tokens: 70, output_tokens: 9 } } },
];
const anthropic: Sent = [
  {
    type: "message_start",
    message: { id: "m", model: "claude", role: "assistant", usage: { input_tokens: 70, output_tokens: 1 } },
  },
  { type: "content_block_start", index: 0, content_block: { type: "text", text: "" } },
  ...words.map((text) => ({ type: "content_block_delta", index: 0, delta: { type: "text_delta", text } })),
  { type: "content_block_stop", index: 0 },
  { type: "message_delta", delta: { stop_reason: "end_turn", stop_sequence: null }, usage: { output_tokens: 9 } },
  { type: "message_stop" },
];
const google: Sent = words.map((text, index) => ({
  candidates: [
    { content: { role: "model", parts: [{ text }] }, ...(index === words.length - 1 && { finishReason: "STOP" }) },
  ],
  usageMetadata: { promptTokenCount: 70, candidatesTokenCount: 9, totalTokenCount: 79 },
}));
const chat = (delta: object, finish_reason: string | null = null) => ({
  ...{ id: "c", object: "chat.completion.chunk", created: 1, model: "mistral" },
  choices: [{ index: 0, delta, finish_reason }],
});
const ollama: Sent = [
  ...words.map((content) => chat({ role: "assistant", content })),
  { ...chat({}, "stop"), usage: { prompt_tokens: 70, completion_tokens: 9, total_tokens: 79 } },
  "[DONE]",
];

let server: Server;
let address = "";
const asked: string[] = [];
let sent: Sent = [];
const realFetch = globalThis.fetch;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? "");
    request.resume();
    response.writeHead(200, { "content-type": "text/event-stream" });
    for (const data of sent) {
      const event = data instanceof Object && "type" in data ? `event: ${data.type}\n` : "";
      response.write(`${event}data: ${typeof data === "string" ? data : JSON.stringify(data)}\n\n`);
    }
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  // The providers' own addresses lead to this machine.
  vi.stubGlobal("fetch", (input: string, init: RequestInit) =>
    realFetch(new URL(new URL(input).pathname + new URL(input).search, address), init),
  );
});
afterEach(() => asked.splice(0));
afterAll(() => {
  vi.unstubAllGlobals();
  server.close();
});

async function ask(modelName: string) {
  const usage: ModelUsage[] = [];
  const heard: string[] = [];
  const runner = createModelRunner({
    settings: { allowSubstitution: false, modelAliases: {}, modelTiers: {}, modelPrices: {} },
    request: { modelName, modelsByPhase: {}, qualityPreference: "balanced" },
    idempotencyScope: "test",
    signal: new AbortController().signal,
    onUsage: (used) => usage.push(used),
    onDegraded: () => {},
    environment: {
      OPENAI_API_KEY: "k",
      ANTHROPIC_API_KEY: "k",
      GOOGLE_GENERATIVE_AI_API_KEY: "k",
      OLLAMA_BASE_URL: address,
    },
    policy: { retries: 0 },
  });
  const call = { job: "x", input: {}, system: "Write.", prompt: "Tides", output: z.object({ text: z.string() }) };
  const answer = await runner.generate("creative", call, (text) => heard.push(text));
  return { answer, usage, heard };
}

const all: [string, string, Sent, number][] = [
  ["openai/gpt-5-mini", "/v1/responses", openai, 70 * 0.25e-6 + 9 * 2e-6],
  ["anthropic/claude-haiku-4-5", "/v1/messages", anthropic, 70e-6 + 9 * 5e-6],
  [
    "google/gemini-2.5-flash",
    "/v1beta/models/gemini-2.5-flash:streamGenerateContent",
    google,
    70 * 0.3e-6 + 9 * 2.5e-6,
  ],
  ["ollama/mistral", "/v1/chat/completions", ollama, 0],
];

it.each(all)("%s is heard word by word, with what it used and cost", async (model, path, events, cost) => {
  sent = events;
  const { answer, usage, heard } = await ask(model);
  expect(answer).toEqual({ text: "Ebb and flow." });
  expect(heard.length).toBeGreaterThan(1);
  expect(heard.at(-1)).toBe(words.join(""));
  expect(asked).toHaveLength(1);
  expect(asked[0]).toContain(path);
  expect(usage).toMatchObject([{ modelId: model, inputTokens: 70, outputTokens: 9 }]);
  expect(usage[0]?.costUsd).toBeCloseTo(cost, 9);
});

it.each(all)("%s that stops before its end has not answered", async (model, _path, events) => {
  // Every word came; only the word that it is the end did not.
  sent = events.slice(0, model.startsWith("google/") ? 2 : -2);
  await expect(ask(model)).rejects.toThrow(/its answer broke off/);
});

it.each(all)("%s that sends something unreadable has not answered", async (model, _path, events) => {
  sent = [...events.slice(0, 2), '{"broken', ...events.slice(2)];
  await expect(ask(model)).rejects.toThrow(/could not be read|broke off/);
});
