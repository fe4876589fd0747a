import { createHash } from "node:crypto";
import type { ModelKind } from "#lib/contract/model-kind.ts";
import { env } from "#lib/env.ts";
import { HubError } from "#lib/errors.ts";
import { builtinFor, isBuiltin } from "#lib/models/builtin-models.ts";
import type { ModelChoice, ModelSettings } from "#lib/models/model-settings.ts";
import { type Consumption, costOf } from "#lib/models/price.ts";
import { priceOf } from "#lib/models/prices.ts";
import type { ProviderEnv } from "#lib/models/providers.ts";
import { resolveModel, substitutionReason } from "#lib/models/resolve-model.ts";
import type { PhaseDeclaration } from "#task-types/define-task-type.ts";
import type {
  GeneratedImage,
  GeneratedSpeech,
  ImageCall,
  PlainText,
  PlainTextCall,
  SpeechCall,
  TextCall,
} from "#task-types/phase-run.ts";
import { speaks } from "./builtin/voice/voices.ts";
import { ModelFailure } from "./model-failure.ts";
import { createModelRegistry } from "./registry.ts";
import { runImage } from "./run-image.ts";
import { runPlainText } from "./run-plain-text.ts";
import { runSpeech } from "./run-speech.ts";
import { runText } from "./run-text.ts";
import { defaultRetryPolicy, type RetryPolicy } from "./with-retries.ts";

/** What one answer of a model used; `costUsd` is null where the price is unknown. */
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
  /** The same for every attempt at the same work, so that a provider that knows idempotency keys bills it once. */
  idempotencyScope: string;
  signal: AbortSignal;
  /** What the task type declares of its phases. */
  phases?: readonly Pick<PhaseDeclaration, "name" | "model" | "builtin">[];
  /**
   * Called for every answer, also for one that had to be asked for again; several times in a phase. Where it gives a
   * promise, the answer is handed on once that has settled.
   */
  onUsage: (usage: ModelUsage) => unknown;
  /** A sentence for `degraded_reasons`; may be called more than once with the same one. */
  onDegraded: (reason: string) => void;
  /** The process's own unless a test says otherwise. */
  environment?: ProviderEnv;
  policy?: Partial<RetryPolicy>;
};

export type ModelRunner = {
  /** @throws HubError MODEL_NOT_FOUND or SERVICE_UNAVAILABLE; the signal's reason once it is aborted. */
  generate: <Output>(phase: string, call: TextCall<Output>, onText?: OnText) => Promise<Output>;
  writeText: (phase: string, call: PlainTextCall, onText?: OnText) => Promise<PlainText>;
  drawImage: (phase: string, call: ImageCall) => Promise<GeneratedImage>;
  /** Null where no voice speaks the language. */
  speak: (phase: string, call: SpeechCall) => Promise<GeneratedSpeech | null>;
};

/** Hears an answer as far as it has come, again and again; after a failure it begins anew. */
export type OnText = (text: string) => void;

type Attempt<Result> = (modelId: string, headers: (prompt: string) => Record<string, string>) => Promise<Result>;

/** The models of one task: picks one for each phase, runs it, and reports what it used. */
export function createModelRunner(options: ModelRunnerOptions): ModelRunner {
  const environment = options.environment ?? env();
  const registry = createModelRegistry(environment);
  /** A built-in model gives the same answer every time: there is nothing to try again. */
  const policyFor = (id: string): RetryPolicy =>
    isBuiltin(id) ? { ...defaultRetryPolicy, retries: 0 } : { ...defaultRetryPolicy, ...options.policy };
  const { request: choice, settings, signal } = options;
  const sole = options.phases?.filter(({ model }) => model !== null).length === 1;
  /** Models that failed for good in this attempt: later phases do not wait for them again. */
  const down = new Map<string, ModelFailure>();

  const run = async <Result>(phase: string, kind: ModelKind, job: string, attempt: Attempt<Result>) => {
    const builtin = options.phases?.find(({ name }) => name === phase)?.builtin;
    const question = { phase, kind, builtin, sole, choice, settings, environment };
    const { modelId, degradedReasons, fallbacks = [] } = resolveModel(question);
    for (const reason of degradedReasons) options.onDegraded(reason);
    const headers = (id: string) => (prompt: string) => ({
      "idempotency-key": digest(options.idempotencyScope, phase, id, job, prompt),
    });
    const builtIn = builtinFor(kind, builtin);
    const standIns = settings.allowSubstitution ? [...fallbacks, ...(builtIn ? [builtIn] : [])] : [];
    let id = modelId;
    for (;;) {
      try {
        const known = down.get(id);
        if (known) throw known;
        return await attempt(id, headers(id));
      } catch (error) {
        if (!(error instanceof ModelFailure)) throw error;
        down.set(id, error);
        const next = standIns.shift();
        // A built-in model that fails has a defect; another built-in one would hide it.
        if (!next || isBuiltin(id)) throw explain(error, id, phase);
        // Nobody asked for the photo service by name: a drawing instead of a photograph is no lesser result.
        if (!id.startsWith("pexels/")) options.onDegraded(substitutionReason(id, phase, error.message, next));
        id = next;
      }
    }
  };

  const report = (phase: string, modelId: string) => (used: Consumption) => {
    const { inputTokens = 0, outputTokens = 0, images = 0 } = used;
    const costUsd = costOf(priceOf(modelId, settings.modelPrices), used);
    return options.onUsage({ phase, modelId, inputTokens, outputTokens, images, costUsd });
  };

  return {
    generate: (phase, call, onText) =>
      run(call.asPhase ?? phase, call.image ? "vision" : "text", call.job, (id, headers) => {
        const model = registry.languageModel(id);
        return runText({ model, call, signal, policy: policyFor(id), headers, onTokens: report(phase, id), onText });
      }),
    writeText: (phase, call, onText) =>
      run(phase, "text", call.job, (id, headers) => {
        const model = registry.languageModel(id);
        const onTokens = report(phase, id);
        return runPlainText({ model, call, signal, policy: policyFor(id), headers, onTokens, onText });
      }),
    drawImage: (phase, call) =>
      run(phase, "image", call.job, (modelId, headers) => {
        const model = registry.imageModel(modelId);
        const onUsed = report(phase, modelId);
        const quality = choice.qualityPreference;
        const run = { modelId, model, call, signal, policy: policyFor(modelId), headers, quality };
        return runImage({ ...run, onUsed, onDegraded: options.onDegraded });
      }),
    speak: (phase, call) =>
      run(phase, "speech", "speech", async (modelId, headers) => {
        if (isBuiltin(modelId) && !(await speaks(call.language))) return null;
        const model = registry.speechModel(modelId);
        const run = { modelId, model, call, signal, policy: policyFor(modelId), headers };
        return runSpeech({ ...run, onUsed: report(phase, modelId), onDegraded: options.onDegraded });
      }),
  };
}

/** What failed, at which phase, and what would help. */
function explain(failure: ModelFailure, model: string, phase: string): HubError {
  const code = failure.kind === "missing" ? "MODEL_NOT_FOUND" : "SERVICE_UNAVAILABLE";
  const message = `The model ${model} failed in the phase "${phase}": ${failure.message}. ${failure.remedy}`;
  const details = { phase, model, reason: failure.message, remedy: failure.remedy, retryable: failure.transient };
  return new HubError(code, message, { details, cause: failure });
}

function digest(...parts: string[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}
