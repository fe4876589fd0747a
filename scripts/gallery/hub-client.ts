import { setTimeout as sleep } from "node:timers/promises";
import type { TaskResponse } from "#lib/contract/task-response.ts";

export type Person = { email: string; password: string };

const deadlineMs = 10 * 60_000;

/** Calls to a hub as one person; whatever is refused ends the run. */
export class HubClient {
  readonly baseUrl: string;
  readonly #headers: Record<string, string>;

  private constructor(baseUrl: string, headers: Record<string, string>) {
    this.baseUrl = baseUrl;
    this.#headers = headers;
  }

  static visitor(baseUrl: string): HubClient {
    return new HubClient(baseUrl, {});
  }

  static async signIn(baseUrl: string, { email, password }: Person): Promise<HubClient> {
    const token = await HubClient.visitor(baseUrl).post<{ access_token: string }>("/api/token", { email, password });
    return new HubClient(baseUrl, { authorization: `Bearer ${token.access_token}` });
  }

  get<Answer>(path: string): Promise<Answer> {
    return this.#send("GET", path);
  }

  post<Answer>(path: string, body: unknown = {}): Promise<Answer> {
    return this.#send("POST", path, body);
  }

  async text(path: string): Promise<string> {
    return (await fetch(this.baseUrl + path, { headers: this.#headers })).text();
  }

  /** Reads an answer of any kind to its end, keeping nothing of it. @returns its bytes */
  async drain(path: string): Promise<number> {
    const response = await fetch(this.baseUrl + path, { headers: this.#headers });
    if (!response.ok || !response.body) throw new Error(`GET ${path} was answered ${response.status}`);
    let bytes = 0;
    for await (const chunk of response.body) bytes += chunk.byteLength;
    return bytes;
  }

  put<Answer>(path: string, body: unknown): Promise<Answer> {
    return this.#send("PUT", path, body);
  }

  /** Waits until the worker has brought a task there. */
  async until(id: string, state: TaskResponse["state"]): Promise<void> {
    const startedAt = performance.now();
    for (;;) {
      const task = await this.get<TaskResponse>(`/api/tasks/${id}`);
      if (task.state === state) return;
      const over = ["failed", "cancelled"].includes(task.state) || performance.now() - startedAt > deadlineMs;
      if (over) throw new Error(`${task.task_type} ${id} is ${task.state}, not ${state}: ${task.error_message ?? ""}`);
      await sleep(200);
    }
  }

  async #send<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
    const response = await fetch(this.baseUrl + path, {
      method,
      headers: { ...this.#headers, ...(body === undefined ? {} : { "content-type": "application/json" }) },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} was answered ${response.status}: ${text.slice(0, 400)}`);
    return JSON.parse(text) as Answer;
  }
}
