import { sql } from "drizzle-orm";
import type { Ctx } from "#domain/context.ts";
import { tellFailure } from "#domain/notifications/tell-failure.ts";
import { moveTask } from "#domain/tasks/move-task.ts";
import { type Lease, withLease } from "#domain/work/lease.ts";
import type { PhaseUse } from "#domain/work/record-use.ts";
import { recordProcessingTime } from "#domain/work/record-use.ts";
import { interruptPhase, returnTask } from "#domain/work/return-task.ts";
import { saveFailedPhase } from "#domain/work/save-phase.ts";
import type { JsonObject } from "#lib/contract/json.ts";

/** Why an attempt came to nothing, in words for the person who reads it. */
export type Failure = {
  code: string;
  /** What failed, at which phase, and what would help. */
  message: string;
  details: JsonObject;
  /** Whether another attempt may go better. */
  retryable: boolean;
};

export type FailedAttempt = {
  failure: Failure;
  /** The phase in which it happened and what that had used; null outside of any. */
  phase: { name: string; use: PhaseUse } | null;
  attemptsAllowed: number;
  /** Milliseconds to wait after the given attempt, from 1. */
  backoffMs: (attempt: number) => number;
};

/** Ends an attempt that failed: back into the queue for another while there are any left, else the task has failed. */
export async function failAttempt(ctx: Ctx, lease: Lease, attempt: FailedAttempt): Promise<"queued" | "failed"> {
  const { failure, phase } = attempt;
  return withLease(ctx, lease, async (txCtx, task) => {
    if (phase) await saveFailedPhase(txCtx, task, phase.name, phase.use, failure.message);
    const counted = { attempt: task.attempt, attempts_allowed: attempt.attemptsAllowed, code: failure.code };
    if (failure.retryable && task.attempt < attempt.attemptsAllowed) {
      await returnTask(txCtx, task, "retry_later", {
        delayMs: attempt.backoffMs(task.attempt),
        attemptCounts: true,
        message: `Attempt ${task.attempt} of ${attempt.attemptsAllowed} failed, will be tried again`,
        reason: failure.message,
        metadata: counted,
      });
      return "queued";
    }
    await interruptPhase(txCtx, task, failure.message);
    const failed = await moveTask(txCtx, task, "fail", {
      set: {
        errorCode: failure.code,
        errorMessage: failure.message,
        errorDetails: { ...failure.details, attempt: task.attempt, phase: phase?.name ?? null },
        leaseId: null,
        jobId: null,
        finishedAt: sql`now()`,
      },
      reason: failure.message,
      metadata: counted,
    });
    await recordProcessingTime(txCtx, failed);
    await tellFailure(txCtx, failed);
    return "failed";
  });
}

/** 5 s, 20 s, 80 s …, each up to a fifth longer or shorter, so that tasks that failed together do not come back together. */
export function exponentialBackoffMs(attempt: number): number {
  return 5_000 * 4 ** (attempt - 1) * (0.8 + 0.4 * Math.random());
}
