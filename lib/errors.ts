import type { Json } from "#lib/contract/json.ts";

/** Every error code of the contract and its HTTP status. */
export const errorStatuses = {
  VALIDATION_ERROR: 422,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  APPROVAL_NOT_ALLOWED: 403,
  TASK_NOT_FOUND: 404,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  INVALID_STATUS_TRANSITION: 409,
  TASK_NOT_CANCELLABLE: 409,
  TASK_ID_TAKEN: 409,
  IDEMPOTENCY_IN_FLIGHT: 409,
  REVISION_CHANGED: 409,
  ALREADY_APPROVED: 409,
  PRECONDITION_FAILED: 412,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  MODEL_NOT_FOUND: 422,
  IDEMPOTENCY_MISMATCH: 422,
  URL_NOT_ALLOWED: 422,
  BUDGET_EXCEEDED: 422,
  PRECONDITION_REQUIRED: 428,
  RATE_LIMITED: 429,
  QUEUE_FULL: 429,
  INTERNAL_ERROR: 500,
  SERVICE_UNAVAILABLE: 503,
  WORKER_UNAVAILABLE: 503,
} as const;

export type ErrorCode = keyof typeof errorStatuses;
export type ErrorDetails = { [key: string]: Json };

/** A failure that a caller can understand and act on; anything else that is thrown is an INTERNAL_ERROR. */
export class HubError extends Error {
  readonly code: ErrorCode;
  readonly status: number;
  readonly details: ErrorDetails;
  readonly headers: Record<string, string>;

  constructor(
    code: ErrorCode,
    message: string,
    options: { details?: ErrorDetails; status?: number; headers?: Record<string, string>; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = "HubError";
    this.code = code;
    this.status = options.status ?? errorStatuses[code];
    this.details = options.details ?? {};
    this.headers = options.headers ?? {};
  }
}

export type Issue = { path: string; message: string };

/** A hundred tasks with ten faults each; whoever sends more has made one mistake many times over. */
const mostIssues = 1_000;

/**
 * One fault gives `details.field` and `details.reason`, several give `details.issues`, the first thousand of them.
 * @param where 400 for what stands in the address or headers, 422 for the body.
 */
export function validationError(issues: Issue[], where: "query" | "body" = "body"): HubError {
  const [first] = issues;
  const status = where === "query" ? 400 : 422;
  if (issues.length === 1 && first) {
    const message = first.path ? `${first.path}: ${first.message}` : first.message;
    return new HubError("VALIDATION_ERROR", message, {
      status,
      details: { field: first.path, reason: first.message },
    });
  }
  return new HubError("VALIDATION_ERROR", summaryOf(issues), {
    status,
    details: { issues: issues.slice(0, mostIssues) },
  });
}

const namedFields = 5;

/** Some clients show nothing but the message, so it says where to look. */
function summaryOf(issues: Issue[]): string {
  const fields = [...new Set(issues.map(({ path }) => path || "the body"))];
  const named = fields.slice(0, namedFields).join(", ");
  const more = fields.length - namedFields;
  const are = fields.length === 1 ? "1 field is" : `${fields.length} fields are`;
  return `${are} not valid: ${named}${more > 0 ? ` and ${more} more` : ""}`;
}

export function taskNotFound(): HubError {
  return new HubError("TASK_NOT_FOUND", "No such task in this account");
}
