import { DrizzleQueryError } from "drizzle-orm";
import { ZodError } from "zod";
import type { Failure } from "#domain/work/fail-attempt.ts";
import { errorCodes } from "#lib/database-away.ts";
import { type ErrorCode, HubError } from "#lib/errors.ts";
import { FetchFailure } from "#lib/net/fetch-failure.ts";
import { FrozenBlockChanged } from "#task-types/blocks/keep-frozen.ts";
import { AttemptTimeout } from "#worker/stop-reasons.ts";

/** Faults of the moment; the others stay as they are however often one tries. */
const passing = new Set<ErrorCode>(["SERVICE_UNAVAILABLE", "INTERNAL_ERROR", "RATE_LIMITED"]);

/**
 * Puts into words what a phase threw: what failed, at which phase, and what would help. Never a stack or SQL text.
 * @param phase the phase's name; null before the first
 */
export function describeFailure(error: unknown, phase: string | null): Failure {
  const where = phase ? `The phase "${phase}"` : "The task";
  const details = { phase };
  if (error instanceof AttemptTimeout) {
    const message =
      `${where} did not finish within the ${error.minutes} minutes of an attempt. ` +
      "A faster model or less material would help.";
    return { code: "TIMEOUT", message, details, retryable: true };
  }
  if (error instanceof HubError) {
    const named = phase === null || error.message.includes(`"${phase}"`);
    return {
      code: error.code,
      message: named ? error.message : `${where} failed: ${error.message}`,
      details: { ...details, ...error.details },
      retryable: typeof error.details.retryable === "boolean" ? error.details.retryable : passing.has(error.code),
    };
  }
  if (error instanceof ZodError) {
    const [issue] = error.issues;
    const fault = issue ? `${issue.path.join(".") || "it"}: ${issue.message}` : "it is not valid";
    const message = `${where} gave a result that does not fit its type (${fault}). Another model may do better.`;
    return { code: "INVALID_RESULT", message, details, retryable: true };
  }
  if (error instanceof FrozenBlockChanged) {
    const message = `${where} was stopped: ${error.message}. Send the whole back instead, or edit it by hand.`;
    return { code: "FROZEN_BLOCK_CHANGED", message, details, retryable: false };
  }
  if (error instanceof DrizzleQueryError) {
    const message = `${where} could not be saved. The worker's log says why; retry once that is mended.`;
    return { code: "INTERNAL_ERROR", message, details, retryable: true };
  }
  if (error instanceof FetchFailure && error.url) {
    const message = `${where} could not read ${error.url}: ${error.message}. Check the address, then retry the task.`;
    return { code: "PHASE_FAILED", message, details, retryable: true };
  }
  if (errorCodes(error).some((code) => code === "ENOSPC" || code === "EDQUOT")) {
    const message =
      `${where} could not be kept: the disk of the worker or of its data folder is full. ` +
      "Make room there, then retry the task.";
    return { code: "DISK_FULL", message, details, retryable: true };
  }
  const reason = error instanceof Error ? error.message.replace(/\.$/, "") : "it threw something that is no error";
  return {
    code: "PHASE_FAILED",
    message: `${where} failed: ${reason}. Retry the task; if it fails again, its request or material is the cause.`,
    details,
    retryable: true,
  };
}
