import type { components } from "./api-types.ts";

type ErrorBody = components["schemas"]["Error"];
export type ErrorCode = ErrorBody["error"]["code"];

/** An answer of the hub that is no success. `code` says which failure it is; `details` what about. */
export class HubApiError extends Error {
  readonly status: number;
  readonly code: ErrorCode | "UNKNOWN";
  readonly details: Record<string, unknown>;
  /** To quote to whoever runs the hub. */
  readonly requestId: string | null;
  /** Seconds to wait before trying again, where the hub says so. */
  readonly retryAfter: number | null;

  constructor(response: Response, body: unknown) {
    const { error, request_id: requestId } = isErrorBody(body) ? body : { error: null, request_id: null };
    super(error?.message ?? `The hub answered ${response.status}`);
    this.name = "HubApiError";
    this.status = response.status;
    this.code = error?.code ?? "UNKNOWN";
    this.details = error?.details ?? {};
    this.requestId = requestId ?? response.headers.get("x-request-id");
    const seconds = Number(response.headers.get("retry-after") ?? Number.NaN);
    this.retryAfter = Number.isFinite(seconds) ? seconds : null;
  }

  /** Whether it is one of these failures. */
  is(...codes: (ErrorCode | "UNKNOWN")[]): boolean {
    return codes.includes(this.code);
  }
}

/** A task that was waited for did not come to an end in time. */
export class WaitTimeoutError extends Error {
  readonly taskId: string;
  /** The last state that was seen. */
  readonly state: string;

  constructor(taskId: string, state: string, milliseconds: number) {
    super(`Task ${taskId} is still ${state} after ${Math.round(milliseconds / 1000)} s`);
    this.name = "WaitTimeoutError";
    this.taskId = taskId;
    this.state = state;
  }
}

function isErrorBody(body: unknown): body is ErrorBody {
  return typeof body === "object" && body !== null && "error" in body && typeof body.error === "object";
}
