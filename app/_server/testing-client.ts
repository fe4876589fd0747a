import type { JsonObject } from "#lib/contract/json.ts";

export type TestAnswer = { status: number; headers: Headers; body: JsonObject; text: string };

export type Send = (
  method: string,
  path: string,
  body?: JsonObject | string,
  headers?: Record<string, string>,
) => Promise<TestAnswer>;

/** Requests with one credential; a string goes out as it is. An answer that is no JSON object has an empty body. */
export function testClient(url: string, credential: Record<string, string>): Send {
  return async (method, path, body, headers = {}) => {
    const response = await fetch(url + path, {
      method,
      headers: { ...(body !== undefined && { "content-type": "application/json" }), ...credential, ...headers },
      body: typeof body === "object" ? JSON.stringify(body) : body,
      redirect: "manual",
    });
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.startsWith("application/json");
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : {}, text };
  };
}

/** The code of an error's envelope. */
export function codeOf({ body }: TestAnswer): unknown {
  return (body.error as JsonObject | undefined)?.code;
}
