import { expect } from "@playwright/test";
import type { TaskListItem, TaskResponse } from "#lib/contract/task-response.ts";
import type { Contract } from "./contract.ts";
import { hub } from "./hub.ts";

export type Answered<Body> = { status: number; headers: Headers; body: Body };

/** The envelope of every error. */
export type Failure = {
  error: { code: string; message: string; details: Record<string, unknown> };
  timestamp: string;
  request_id: string;
};

export type TaskList = {
  tasks: TaskListItem[];
  total: number;
  total_capped?: true;
  limit: number;
  offset: number;
  next_cursor: string | null;
};

type Options = { body?: unknown; headers?: Record<string, string>; raw?: string };

/** Requests with one credential; each answer is held against the OpenAPI document, so its type is what that says. */
export class ApiClient {
  readonly #contract: Contract;
  readonly #headers: Record<string, string>;

  constructor(contract: Contract, headers: Record<string, string>) {
    this.#contract = contract;
    this.#headers = headers;
  }

  with(headers: Record<string, string>): ApiClient {
    return new ApiClient(this.#contract, { ...this.#headers, ...headers });
  }

  get<Body = TaskResponse>(path: string, headers?: Record<string, string>): Promise<Answered<Body>> {
    return this.send("GET", path, { headers });
  }

  post<Body = TaskResponse>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answered<Body>> {
    return this.send("POST", path, { body, headers });
  }

  put<Body>(path: string, body: unknown): Promise<Answered<Body>> {
    return this.send("PUT", path, { body });
  }

  patch<Body = TaskResponse>(path: string, body: unknown, etag?: string | null): Promise<Answered<Body>> {
    return this.send("PATCH", path, { body, headers: etag ? { "if-match": etag } : {} });
  }

  delete<Body = null>(path: string): Promise<Answered<Body>> {
    return this.send("DELETE", path, {});
  }

  async send<Body>(method: string, path: string, { body, headers, raw }: Options): Promise<Answered<Body>> {
    const text = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const response = await fetch(hub.baseUrl + path, {
      method,
      headers: { ...this.#headers, ...(text === undefined ? {} : { "content-type": "application/json" }), ...headers },
      body: text,
      redirect: "manual",
    });
    const { status } = response;
    const contentType = response.headers.get("content-type") ?? "";
    const answer = await response.text();
    const read = contentType.startsWith("application/json") ? JSON.parse(answer) : answer === "" ? null : answer;
    const about = { method, path: new URL(response.url).pathname, status, contentType, body: read };
    expect(this.#contract.faults(about), `${method} ${path} → ${status}`).toEqual([]);
    return { status, headers: response.headers, body: read };
  }

  /** Creates a blog post from the material below, and gives its id. */
  async createPost(fields: Record<string, unknown> = {}): Promise<string> {
    const request = { task_type: "blog_post", topic, source_material: material, target_length: 200, ...fields };
    const created = await this.post("/api/tasks", request);
    expect(created.status).toBe(201);
    return created.body.task_id;
  }

  /** Follows a task until it has come to a state. */
  async waitFor(id: string, state: TaskResponse["state"]): Promise<TaskResponse> {
    const read = async () => (await this.get(`/api/tasks/${id}`)).body;
    await expect.poll(async () => (await read()).state, { timeout: 60_000, intervals: [100] }).toBe(state);
    return read();
  }

  /** A blog post that the worker has made and a reviewer can decide on. */
  async createWaiting(fields: Record<string, unknown> = {}): Promise<TaskResponse> {
    return this.waitFor(await this.createPost(fields), "awaiting_approval");
  }
}

export const topic = "How tides shape estuaries";

export const material = `Twice a day the tide fills an estuary and leaves it again. An estuary is where a river meets the sea.
The water there is brackish, a mixture of fresh and salt. Mud settles where the current slows, and builds flats.
Salt marsh grows on flats that stay above most tides. Its roots hold the mud in place during storms.
Wading birds feed on worms and shellfish in the mud at low water. Young fish hide from larger ones in its creeks.
In a narrow estuary the tide rises higher at the head than at the mouth. The Severn has a tidal range of up to 14 metres.
A barrage changes when and how far the water moves. Engineers therefore model an estuary before they build in it.`;
