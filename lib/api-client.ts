/** What the API answers when it refuses. */
type ErrorEnvelope = {
  error?: { code?: string; message?: string; details?: ErrorDetails | null };
  request_id?: string;
};

export type ErrorDetails = {
  field?: string;
  reason?: string;
  issues?: { path: string; message: string }[];
  current_status?: string;
  allowed_transitions?: string[];
  [key: string]: unknown;
};

export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly code: string;
  /** 0 when the hub could not be reached at all. */
  readonly status: number;
  readonly details: ErrorDetails;
  readonly requestId: string | null;
  /** Seconds to wait, where the answer said so. */
  readonly retryAfter: number | null;

  constructor(
    message: string,
    given: {
      code: string;
      status: number;
      details?: ErrorDetails;
      requestId?: string | null;
      retryAfter?: number | null;
    },
  ) {
    super(message);
    this.code = given.code;
    this.status = given.status;
    this.details = given.details ?? {};
    this.requestId = given.requestId ?? null;
    this.retryAfter = given.retryAfter ?? null;
  }
}

export type QueryValues = Record<string, string | number | boolean | readonly string[] | null | undefined>;

export type ApiCall = {
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  query?: QueryValues;
  body?: unknown;
  ifMatch?: string | null;
  /** The same key and body again get the first answer, and do nothing twice. */
  idempotencyKey?: string;
  /** Goes out even when the page is closed right after; browsers allow that for bodies up to 64 KiB. */
  outlivesPage?: boolean;
  signal?: AbortSignal;
};

type Send = (path: string, init: RequestInit) => Promise<Response>;
let send: Send = (path, init) => fetch(path, init);

/** Has calls answered in another way than by the browser's fetch: pages are laid out on the server, within the hub. */
export function sendCallsBy(other: Send): void {
  send = other;
}

/** Lists are comma-separated; empty values are left out. */
export function withQuery(path: string, query: QueryValues = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === null || value === undefined || value === "") continue;
    const text = Array.isArray(value) ? value.join(",") : String(value);
    if (text !== "") search.set(name, text);
  }
  const text = search.toString();
  return text === "" ? path : `${path}?${text}`;
}

/** Characters, of up to three bytes each: a request over the browser's limit would not be sent at all. */
const mostKeptAlive = 20_000;

/** One call to the hub's own API with the browser's session. @throws {ApiError} for every refusal. */
export async function callApi<Answer>(path: string, call: ApiCall = {}): Promise<Answer> {
  return (await callApiWithTag<Answer>(path, call)).answer;
}

/** The same, with the answer's ETag, which an edit sends back as If-Match. */
export async function callApiWithTag<Answer>(
  path: string,
  { method = "GET", query, body, ifMatch, idempotencyKey, outlivesPage = false, signal }: ApiCall = {},
): Promise<{ answer: Answer; etag: string | null }> {
  const headers = new Headers({ accept: "application/json", "x-api-profile": "unified" });
  if (body !== undefined) headers.set("content-type", "application/json");
  if (ifMatch) headers.set("if-match", ifMatch);
  if (idempotencyKey) headers.set("idempotency-key", idempotencyKey);
  const sent = body === undefined ? undefined : JSON.stringify(body);
  const response = await send(withQuery(path, query), {
    method,
    headers,
    body: sent,
    keepalive: outlivesPage && (sent?.length ?? 0) < mostKeptAlive,
    signal,
    credentials: "same-origin",
  }).catch((cause: unknown) => {
    if (signal?.aborted) throw cause;
    throw new ApiError("The hub cannot be reached. Check the connection, then try again.", {
      code: "UNREACHABLE",
      status: 0,
    });
  });
  const text = await response.text();
  if (!response.ok) throw readError(response, text);
  // The answer's shape is what the contract's schemas on the server produced.
  const answer = (text === "" ? undefined : JSON.parse(text)) as Answer;
  return { answer, etag: response.headers.get("etag") };
}

function readError(response: Response, text: string): ApiError {
  const envelope = parseEnvelope(text);
  const retryAfter = Number(response.headers.get("retry-after"));
  return new ApiError(envelope.error?.message ?? `The hub answered ${response.status}.`, {
    code: envelope.error?.code ?? "INTERNAL_ERROR",
    status: response.status,
    details: envelope.error?.details ?? {},
    requestId: envelope.request_id ?? response.headers.get("x-request-id"),
    retryAfter: Number.isFinite(retryAfter) && retryAfter > 0 ? retryAfter : null,
  });
}

function parseEnvelope(text: string): ErrorEnvelope {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}

/** What to show of any thrown value. */
export function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : "Something failed without saying why.";
}
