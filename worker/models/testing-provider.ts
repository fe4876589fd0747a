import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type ProviderRequest = { path: string; headers: IncomingMessage["headers"]; body: Record<string, unknown> };
export type Reaction = (response: ServerResponse, request: ProviderRequest) => void;

/** A server on this machine that speaks OpenAI's chat and image protocol and answers as a test scripts it. */
export class TestingProvider {
  readonly requests: ProviderRequest[] = [];
  readonly #script: Reaction[] = [];
  #server: Server | undefined;

  /** Reactions are used one by one; the last one stays. */
  answer(...reactions: Reaction[]): void {
    this.#script.splice(0, this.#script.length, ...reactions);
    this.requests.length = 0;
  }

  async start(): Promise<string> {
    const server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const body = JSON.parse(Buffer.concat(chunks).toString() || "{}");
      const asked = { path: request.url ?? "", headers: request.headers, body };
      this.requests.push(asked);
      const reaction = this.#script.length > 1 ? this.#script.shift() : this.#script[0];
      reaction?.(response, asked);
    });
    this.#server = server;
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  }

  stop(): void {
    this.#server?.closeAllConnections();
    this.#server?.close();
  }
}

/** A whole answer with this text. */
export function says(text: string, finish = "stop"): Reaction {
  return (response) =>
    sendJson(response, 200, {
      id: "1",
      object: "chat.completion",
      created: 1,
      model: "test",
      choices: [{ index: 0, message: { role: "assistant", content: text }, finish_reason: finish }],
      usage: { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 },
    });
}

export function fails(status: number, headers: Record<string, string> = {}): Reaction {
  return (response) => sendJson(response, status, { error: { message: `status ${status}`, type: "error" } }, headers);
}

/** Headers and the first half of a body, then a closed connection. */
export const breaksOff: Reaction = (response) => {
  response.writeHead(200, { "content-type": "application/json", "content-length": "500" });
  response.write('{"id":"1","choices":[{"mess');
  setTimeout(() => response.destroy(), 10);
};

export const staysSilent: Reaction = () => undefined;

export function draws(png: Uint8Array): Reaction {
  return (response) =>
    sendJson(response, 200, { created: 1, data: [{ b64_json: Buffer.from(png).toString("base64") }] });
}

function sendJson(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
}
