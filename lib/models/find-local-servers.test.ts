import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it } from "vitest";
import { findLocalServers } from "./find-local-servers.ts";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function serve(answers: Record<string, unknown>): Promise<string> {
  const server = createServer((request, response) => {
    const body = answers[request.url ?? ""];
    response.writeHead(body === undefined ? 404 : 200, { "content-type": "application/json" });
    response.end(JSON.stringify(body ?? {}));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Milliseconds; it ends what hangs. */
const patience = 20_000;
const ollamaSays = { "/api/tags": { models: [{ name: "mistral" }] } };
const llamaCppSays = { "/v1/models": { data: [{ id: "m", owned_by: "llamacpp" }] } };

it("finds an Ollama and a llama.cpp server where they listen", async () => {
  const [ollama, llamaCpp] = [await serve(ollamaSays), await serve(llamaCppSays)];
  expect(await findLocalServers({ ollama, llamaCpp }, patience)).toEqual({
    OLLAMA_BASE_URL: ollama,
    OPENAI_COMPATIBLE_BASE_URL: `${llamaCpp}/v1`,
  });
});

it("takes no other program for one of them", async () => {
  const [ollama, llamaCpp] = [await serve({ "/": {} }), await serve({ "/v1/models": { data: [] } })];
  expect(await findLocalServers({ ollama, llamaCpp }, patience)).toEqual({});
});

it("finds nothing where nothing listens", async () => {
  const gone = await serve({});
  servers.splice(0).forEach((server) => void server.close());
  expect(await findLocalServers({ ollama: gone, llamaCpp: gone }, patience)).toEqual({});
});
