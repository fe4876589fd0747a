import { HubApiError } from "./errors.ts";
import { sleep } from "./sleep.ts";

export type HubOptions = {
  /** `https://hub.example.com` */
  baseUrl: string;
  /** A key (`oh_…`) of the account. */
  apiKey?: string;
  /** Or a token of `POST /api/token`. */
  token?: string;
  /** For tokens of people who have several accounts. */
  accountId?: string;
  /** How often a request is tried again that did not come through or was told to wait; 3 unless said otherwise. */
  retries?: number;
  /** Milliseconds until one try counts as lost; 60,000 unless said otherwise. */
  timeout?: number;
  /** Instead of the global one. */
  fetch?: typeof globalThis.fetch;
};

export type RequestOptions = {
  query?: Record<string, string | number | boolean | readonly string[] | undefined>;
  body?: unknown;
  form?: FormData;
  headers?: Record<string, string>;
  /** Makes a repeated POST the same request; one is made for each call unless given. */
  idempotencyKey?: string;
  signal?: AbortSignal;
};

const mayComeBack = new Set([429, 502, 503, 504]);

/** Sends requests with the caller's credential, and tries again what is safe to repeat. */
export class Transport {
  readonly #options: HubOptions;
  readonly #fetch: typeof globalThis.fetch;

  constructor(options: HubOptions) {
    this.#options = { ...options, baseUrl: options.baseUrl.replace(/\/+$/, "") };
    this.#fetch = options.fetch ?? globalThis.fetch.bind(globalThis);
  }

  /** The JSON of an answer, null for an empty one. @throws HubApiError */
  async json<T>(method: string, path: string, options: RequestOptions = {}): Promise<T> {
    const response = await this.send(method, path, options);
    const text = await response.text();
    return (text === "" ? null : JSON.parse(text)) as T;
  }

  /** @throws HubApiError */
  async send(method: string, path: string, options: RequestOptions = {}): Promise<Response> {
    const { retries = 3, timeout = 60_000 } = this.#options;
    const init = this.#init(method, options);
    for (let attempt = 0; ; attempt++) {
      const limit = AbortSignal.timeout(timeout);
      const signal = options.signal ? AbortSignal.any([options.signal, limit]) : limit;
      const last = attempt >= retries;
      try {
        const response = await this.#fetch(this.#url(path, options.query), { ...init, signal });
        if (response.ok) return response;
        const error = new HubApiError(response, await response.json().catch(() => null));
        if (last || !isTransient(error, method)) throw error;
        await sleep(error.retryAfter === null ? backoff(attempt) : error.retryAfter * 1000, options.signal);
      } catch (error) {
        if (error instanceof HubApiError || options.signal?.aborted || last || method === "PATCH") throw error;
        await sleep(backoff(attempt), options.signal);
      }
    }
  }

  /** A stream of the hub, which is never tried again here: its reader knows where it was. @throws HubApiError */
  async open(path: string, options: RequestOptions): Promise<Response> {
    const init = { ...this.#init("GET", options), signal: options.signal };
    const response = await this.#fetch(this.#url(path, options.query), init);
    if (response.ok) return response;
    throw new HubApiError(response, await response.json().catch(() => null));
  }

  #init(method: string, { body, form, headers, idempotencyKey }: RequestOptions): RequestInit {
    const { apiKey, token, accountId } = this.#options;
    const all: Record<string, string> = { accept: "application/json", "x-api-profile": "unified", ...headers };
    if (apiKey) all["x-api-key"] = apiKey;
    else if (token) all.authorization = `Bearer ${token}`;
    if (accountId) all["x-account-id"] = accountId;
    if (body !== undefined) all["content-type"] = "application/json";
    if (method === "POST") all["idempotency-key"] = idempotencyKey ?? crypto.randomUUID();
    return { method, headers: all, body: form ?? (body === undefined ? undefined : JSON.stringify(body)) };
  }

  #url(path: string, query: RequestOptions["query"] = {}): string {
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) search.set(name, Array.isArray(value) ? value.join(",") : String(value));
    }
    return `${this.#options.baseUrl}${path}${search.size > 0 ? `?${search}` : ""}`;
  }
}

/** An edit that came through finds another version the second time, so only what had no effect is sent again. */
function isTransient(error: HubApiError, method: string): boolean {
  if (error.is("IDEMPOTENCY_IN_FLIGHT")) return true;
  return mayComeBack.has(error.status) && (method !== "PATCH" || error.status === 429);
}

/** 0.25 s, 0.5 s, 1 s …, spread, so that clients that failed together do not come back together. */
function backoff(attempt: number): number {
  return 250 * 2 ** attempt * (0.75 + 0.5 * Math.random());
}
