import type { ModelChoice, ModelSettings } from "#lib/models/model-settings.ts";
import type { GeneratedImage, ImageCall, TextCall } from "#task-types/define-pipeline.ts";

/** What one call used; `costUsd` is null where the price is unknown. */
export type ModelUsage = {
  phase: string;
  /** The model that really ran. */
  modelId: string;
  inputTokens: number;
  outputTokens: number;
  images: number;
  costUsd: number | null;
};

export type ModelRunnerOptions = {
  settings: ModelSettings;
  request: ModelChoice;
  /** Same for every attempt at the same work, so that a provider that knows idempotency keys bills a repeat once. */
  idempotencyScope: string;
  signal: AbortSignal;
  onUsage: (usage: ModelUsage) => void;
  /** A sentence for `degraded_reasons`; may be called more than once with the same one. */
  onDegraded: (reason: string) => void;
};

export type ModelRunner = {
  /** @throws ModelError when the model fails and nothing may stand in for it. */
  generate: <Output>(phase: string, call: TextCall<Output>) => Promise<Output>;
  drawImage: (phase: string, call: ImageCall) => Promise<GeneratedImage>;
};

/** The models of one task: picks one for each phase, runs it, and reports what it used. */
export function createModelRunner(_options: ModelRunnerOptions): ModelRunner {
  throw new Error("The models are not connected yet");
}
