import { setTimeout as sleep } from "node:timers/promises";
import { type ModelFailure, toModelFailure } from "./model-failure.ts";

export type RetryPolicy = {
  /** Tries after the first one. */
  retries: number;
  /** Milliseconds before the first retry; doubles each time. */
  backoffMs: number;
  /** Milliseconds of silence after which a try is given up. */
  timeoutMs: number;
  /** A provider that asks for more patience than this counts as down. */
  longestWaitMs: number;
};

export const defaultRetryPolicy: RetryPolicy = {
  retries: 2,
  backoffMs: 1000,
  timeoutMs: 180_000,
  longestWaitMs: 60_000,
};

/**
 * Tries a call of a model until it answers, fails for good, or its retries are used up. An attempt that hears something
 * of an answer says so, and its patience begins anew: a long answer is no silence.
 * @throws ModelFailure; the signal's reason once it is aborted.
 */
export async function withRetries<Result>(
  policy: RetryPolicy,
  signal: AbortSignal,
  attempt: (signal: AbortSignal, heard: () => void) => Promise<Result>,
): Promise<Result> {
  for (let retry = 0; ; retry++) {
    signal.throwIfAborted();
    const silence = new AbortController();
    const timer = setTimeout(
      () => silence.abort(new DOMException("Nothing was heard", "TimeoutError")),
      policy.timeoutMs,
    );
    try {
      return await attempt(AbortSignal.any([signal, silence.signal]), () => void timer.refresh());
    } catch (error) {
      signal.throwIfAborted();
      // Not everything that is aborted says by what.
      const failure = toModelFailure(silence.signal.aborted ? silence.signal.reason : error);
      const wait = waitBefore(failure, retry, policy);
      if (wait === null) throw failure;
      await sleep(wait, undefined, { signal }).catch(() => signal.throwIfAborted());
    } finally {
      clearTimeout(timer);
    }
  }
}

/** Null when there is no point in waiting. The jitter keeps many workers from returning in step. */
function waitBefore(failure: ModelFailure, retry: number, policy: RetryPolicy): number | null {
  if (!failure.transient || retry >= policy.retries) return null;
  if (failure.retryAfterMs !== null && failure.retryAfterMs > policy.longestWaitMs) return null;
  return failure.retryAfterMs ?? policy.backoffMs * 2 ** retry * (0.75 + Math.random() / 2);
}
