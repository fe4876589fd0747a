import { generateText, type LanguageModel } from "ai";
import type { PlainText, PlainTextCall } from "#task-types/define-pipeline.ts";
import { ModelFailure } from "./model-failure.ts";
import { type RetryPolicy, withRetries } from "./with-retries.ts";

export type PlainTextRun = {
  model: LanguageModel;
  call: PlainTextCall;
  signal: AbortSignal;
  policy: RetryPolicy;
  headers: (prompt: string) => Record<string, string>;
  onTokens: (tokens: { inputTokens: number; outputTokens: number }) => void;
};

/** A model's words as they come. @throws ModelFailure when it cannot be reached, refuses, or says nothing. */
export async function runPlainText({
  call,
  model,
  signal,
  policy,
  headers,
  onTokens,
}: PlainTextRun): Promise<PlainText> {
  const { text, usage, finishReason, providerMetadata } = await withRetries(policy, signal, (attemptSignal) =>
    generateText({
      model,
      instructions: call.system,
      prompt: call.prompt,
      temperature: call.temperature,
      topP: call.topP,
      maxOutputTokens: call.maxTokens,
      seed: call.seed,
      stopSequences: call.stop,
      maxRetries: 0,
      abortSignal: attemptSignal,
      headers: headers(call.prompt),
      providerOptions: { builtin: { job: call.job, input: call.input } },
    }),
  );
  const outputTokens = usage?.outputTokens ?? 0;
  onTokens({ inputTokens: usage?.inputTokens ?? 0, outputTokens });
  if (finishReason === "content-filter") {
    throw new ModelFailure("refused", "its content filter stopped the answer", {
      remedy: "Reword the prompt, or choose another model.",
    });
  }
  if (!text.trim()) {
    throw new ModelFailure("answer", "it answered with nothing", {
      remedy: "Raise max_length, or choose another model.",
      transient: true,
    });
  }
  const shortcoming = providerMetadata?.builtin?.shortcoming;
  return { text, tokens: outputTokens, shortcoming: typeof shortcoming === "string" ? shortcoming : null };
}
