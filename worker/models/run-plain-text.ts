import type { LanguageModel } from "ai";
import type { PlainText, PlainTextCall } from "#task-types/phase-run.ts";
import { ModelFailure } from "./model-failure.ts";
import { streamAnswer } from "./stream-answer.ts";
import { type RetryPolicy, withRetries } from "./with-retries.ts";

export type PlainTextRun = {
  model: LanguageModel;
  call: PlainTextCall;
  signal: AbortSignal;
  policy: RetryPolicy;
  headers: (prompt: string) => Record<string, string>;
  onTokens: (tokens: { inputTokens: number; outputTokens: number }) => unknown;
  /** The answer as far as it has come. */
  onText?: (text: string) => void;
};

/** A model's words as they come. @throws ModelFailure when it cannot be reached, refuses, or says nothing. */
export async function runPlainText(run: PlainTextRun): Promise<PlainText> {
  const { call, model, onText, policy } = run;
  const question = {
    model,
    instructions: call.system,
    messages: [{ role: "user" as const, content: call.prompt }],
    temperature: call.temperature,
    topP: call.topP,
    maxOutputTokens: call.maxTokens,
    seed: call.seed,
    stopSequences: call.stop,
    headers: run.headers(call.prompt),
    builtin: { job: call.job, input: call.input },
  };
  const answer = await withRetries(policy, run.signal, (signal, heard) =>
    streamAnswer(question, { signal, heard, onText }),
  );
  const { text, inputTokens, outputTokens, finishReason, providerMetadata } = answer;
  await run.onTokens({ inputTokens, outputTokens });
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
