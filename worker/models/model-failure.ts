import {
  APICallError,
  InvalidResponseDataError,
  JSONParseError,
  NoSuchModelError,
  TypeValidationError,
} from "@ai-sdk/provider";
import { NoOutputGeneratedError, StreamProviderError } from "ai";
import * as z from "zod";

/** Why a model did not give what it was asked for. */
export class ModelFailure extends Error {
  /** Worth another try against the same model. */
  readonly transient: boolean;
  readonly kind: "missing" | "refused" | "unreachable" | "overloaded" | "answer";
  /** What a person could do about it. */
  readonly remedy: string;
  /** How long the provider asked to be left alone, in milliseconds. */
  readonly retryAfterMs: number | null;

  constructor(
    kind: ModelFailure["kind"],
    message: string,
    options: { remedy: string; transient?: boolean; retryAfterMs?: number | null; cause?: unknown },
  ) {
    super(message, { cause: options.cause });
    this.name = "ModelFailure";
    this.kind = kind;
    this.remedy = options.remedy;
    this.transient = options.transient ?? false;
    this.retryAfterMs = options.retryAfterMs ?? null;
  }
}

/** Puts whatever the SDK threw into our words. */
export function toModelFailure(error: unknown): ModelFailure {
  if (error instanceof ModelFailure) return error;
  if (NoSuchModelError.isInstance(error)) {
    return new ModelFailure("missing", "there is no such model", { remedy: "Choose another model.", cause: error });
  }
  if (isTimeout(error)) return overloaded("it did not answer in time", null, error);
  if (APICallError.isInstance(error)) return ofCall(error);
  if (StreamProviderError.isInstance(error)) return ofStream(error);
  // A stream that ends, or turns to something unreadable, before anyone said why.
  if (InvalidResponseDataError.isInstance(error) || NoOutputGeneratedError.isInstance(error)) return brokenOff(error);
  if (JSONParseError.isInstance(error) || TypeValidationError.isInstance(error)) {
    return overloaded("its answer could not be read", null, error);
  }
  if (error instanceof z.ZodError) return ofInput(error);
  const message = error instanceof Error ? error.message : String(error);
  return new ModelFailure("refused", `it failed: ${firstLine(message)}`, {
    remedy: "Try again, or choose another model.",
    cause: error,
  });
}

/** A built-in model reads its wish as data; a provider's is words. */
function ofInput(error: z.ZodError): ModelFailure {
  const [issue] = error.issues;
  const fault = issue ? `${issue.path.join(".") || "input"}: ${issue.message}` : "input";
  return new ModelFailure("refused", `it cannot read what it was given (${fault})`, {
    remedy: "Choose another model, and tell whoever runs this hub: the fault is the hub's own.",
    cause: error,
  });
}

function ofCall(error: APICallError): ModelFailure {
  const status = error.statusCode;
  const body = error.responseBody ?? "";
  if (status === undefined || status === 200) return ofConnection(error, status);
  if (status === 401 || status === 403) {
    return new ModelFailure("refused", `the provider refused the key (HTTP ${status})`, {
      remedy: "Check the provider's API key.",
      cause: error,
    });
  }
  if (status === 404) {
    return new ModelFailure("missing", "the provider does not know this model (HTTP 404)", {
      remedy: "Check the model's name, or choose another.",
      cause: error,
    });
  }
  if (status === 402 || (status === 429 && /insufficient_quota|billing/i.test(body))) {
    return new ModelFailure("refused", `the provider's quota is used up (HTTP ${status})`, {
      remedy: "Check the plan and billing of the provider's account.",
      cause: error,
    });
  }
  if (status === 429) return overloaded("it is limiting requests (HTTP 429)", retryAfter(error.responseHeaders), error);
  if (status === 408 || status === 409 || status >= 500) {
    return overloaded(`the provider failed (HTTP ${status})`, retryAfter(error.responseHeaders), error);
  }
  return new ModelFailure("refused", `the provider refused the request (HTTP ${status}: ${firstLine(error.message)})`, {
    remedy: "Choose another model, or shorten the material.",
    cause: error,
  });
}

/** A fault that the provider reported in the middle of its answer. */
function ofStream(error: StreamProviderError): ModelFailure {
  const said = firstLine(error.message);
  if (error.isRetryable || error.statusCode === undefined) {
    return overloaded(`its answer broke off (${said})`, null, error);
  }
  return new ModelFailure("refused", `the provider stopped its answer (${said})`, {
    remedy: "Choose another model, or shorten the material.",
    cause: error,
  });
}

/** No answer at all, or one that broke off before it was whole. */
function ofConnection(error: APICallError, status: number | undefined): ModelFailure {
  if (status === 200) return brokenOff(error);
  if (/ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|CERT/.test(causes(error))) {
    return new ModelFailure("unreachable", "the provider cannot be reached", {
      remedy: "Check that the provider is running and that its address is right.",
      cause: error,
    });
  }
  return overloaded("the connection broke off", null, error);
}

/** An answer that ended before its provider said that it is whole. What had come of it is let go. */
export function brokenOff(cause?: unknown): ModelFailure {
  return overloaded("its answer broke off", null, cause);
}

function overloaded(message: string, retryAfterMs: number | null, cause: unknown): ModelFailure {
  const remedy = "Try again later, or choose another model.";
  return new ModelFailure("overloaded", message, { remedy, transient: true, retryAfterMs, cause });
}

/** `Retry-After` in seconds or as a date (RFC 9110, 10.2.3), or OpenAI's `retry-after-ms`. */
function retryAfter(headers: Record<string, string> | undefined): number | null {
  const ms = Number(headers?.["retry-after-ms"] ?? Number.NaN);
  if (Number.isFinite(ms)) return Math.max(0, ms);
  const value = headers?.["retry-after"];
  if (!value) return null;
  const wait = /^\d+(\.\d+)?$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isFinite(wait) ? Math.max(0, wait) : null;
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && (error.name === "TimeoutError" || isTimeout(error.cause));
}

function causes(error: unknown): string {
  if (!(error instanceof Error)) return "";
  const code = "code" in error ? String(error.code) : "";
  const inner = error instanceof AggregateError ? error.errors.map(causes).join(" ") : causes(error.cause);
  return `${code} ${error.message} ${inner}`;
}

function firstLine(text: string): string {
  return (text.split("\n")[0] ?? "").slice(0, 200);
}
