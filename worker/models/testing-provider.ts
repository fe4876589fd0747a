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

/** A whole answer with this text: as a stream where one is asked for, else in one piece. */
export function says(text: string, finish = "stop"): Reaction {
  return (response, { body }) =>
    body.stream ? sendEvents(response, [...chunksOf(text), last(finish), "[DONE]"]) : sendWhole(response, text, finish);
}

/** The same in one piece, whatever was asked for. */
export function saysWhole(text: string): Reaction {
  return (response) => sendWhole(response, text, "stop");
}

/** A stream that waits before each of its pieces; `closed` hears when the client is gone. */
export function saysSlowly(pieces: string[], waitMs: number, closed?: () => void): Reaction {
  return async (response) => {
    let isClosed = false;
    response.on("close", () => {
      isClosed = true;
      if (!response.writableEnded) closed?.();
    });
    response.writeHead(200, { "content-type": "text/event-stream" });
    for (const piece of pieces) {
      await new Promise((resolve) => setTimeout(resolve, waitMs));
      if (isClosed) return;
      response.write(frame(chunk({ content: piece })));
    }
    response.end([last("stop"), "[DONE]"].map(frame).join(""));
  };
}

/** The beginning of a stream, then a closed connection, an end without a word, the provider's own complaint, or nothing. */
export function breaksOffAfter(text: string, how: "cut" | "ended" | "complaint" | "silence"): Reaction {
  return (response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.write(chunksOf(text).map(frame).join(""), () => how === "cut" && response.destroy());
    if (how === "complaint") response.write(frame({ error: { message: "The engine is overheated", code: 503 } }));
    if (how === "complaint" || how === "ended") response.end();
  };
}

function sendWhole(response: ServerResponse, text: string, finish: string): void {
  sendJson(response, 200, {
    id: "1",
    object: "chat.completion",
    created: 1,
    model: "test",
    choices: [{ index: 0, message: { role: "assistant", content: text }, finish_reason: finish }],
    usage,
  });
}

const usage = { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 };

function chunk(delta: Record<string, unknown>, finish: string | null = null): Record<string, unknown> {
  const choices = [{ index: 0, delta, finish_reason: finish }];
  return { id: "1", object: "chat.completion.chunk", created: 1, model: "test", choices };
}

function chunksOf(text: string): Record<string, unknown>[] {
  return (text.match(/[\s\S]{1,12}/g) ?? []).map((content) => chunk({ role: "assistant", content }));
}

function last(finish: string): Record<string, unknown> {
  return { ...chunk({}, finish), usage };
}

/** One server-sent event. */
export function frame(data: unknown): string {
  return `data: ${typeof data === "string" ? data : JSON.stringify(data)}\n\n`;
}

export function sendEvents(response: ServerResponse, events: unknown[]): void {
  response.writeHead(200, { "content-type": "text/event-stream" }).end(events.map(frame).join(""));
}

export function fails(status: number, headers: Record<string, string> = {}): Reaction {
  return (response) => sendJson(response, status, { error: { message: `status ${status}`, type: "error" } }, headers);
}

/** Headers and the first half of a body, then a closed connection. */
export const breaksOff: Reaction = (response) => {
  response.writeHead(200, { "content-type": "application/json", "content-length": "500" });
  response.write('{"id":"1","choices":[{"mess', () => response.destroy());
};

export const staysSilent: Reaction = () => undefined;

export function draws(png: Uint8Array): Reaction {
  return (response) =>
    sendJson(response, 200, { created: 1, data: [{ b64_json: Buffer.from(png).toString("base64") }] });
}

function sendJson(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
}
