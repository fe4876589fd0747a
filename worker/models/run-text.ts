import { generateText, type LanguageModel, type ModelMessage, NoObjectGeneratedError, Output } from "ai";
import * as z from "zod";
import type { TextCall } from "#task-types/define-pipeline.ts";
import { ModelFailure } from "./model-failure.ts";
import { type Answer, readAnswer } from "./read-answer.ts";
import { type RetryPolicy, withRetries } from "./with-retries.ts";

export type TextRun<Output> = {
  model: LanguageModel;
  call: TextCall<Output>;
  signal: AbortSignal;
  policy: RetryPolicy;
  headers: (prompt: string) => Record<string, string>;
  /** Called for every answer that came, usable or not: both are billed. */
  onTokens: (tokens: { inputTokens: number; outputTokens: number }) => void;
};

/**
 * One structured answer of a text model. An answer that cannot be read is sent back once with what is wrong with it.
 * @throws ModelFailure when the model cannot be reached, refuses, or answers twice with something unusable.
 */
export async function runText<Output>(run: TextRun<Output>): Promise<Output> {
  const { image, prompt } = run.call;
  const shown = image ? [{ type: "image" as const, image: image.bytes, mediaType: image.contentType }] : [];
  const question: ModelMessage[] = [{ role: "user", content: [{ type: "text", text: prompt }, ...shown] }];
  const first = await ask(run, question);
  if (first.answer.ok) return first.answer.output;
  const second = await ask(run, [
    ...question,
    { role: "assistant", content: first.text.slice(0, 20_000) || "(no answer)" },
    {
      role: "user",
      content: `That answer cannot be used: ${first.answer.reason}. Answer again with the whole JSON object and nothing else.`,
    },
  ]);
  if (second.answer.ok) return second.answer.output;
  throw new ModelFailure("answer", `its answer could not be used twice in a row: ${second.answer.reason}`, {
    remedy: "Try again, or choose a model that is better at structured answers.",
  });
}

async function ask<Output>(
  run: TextRun<Output>,
  messages: ModelMessage[],
): Promise<{ text: string; answer: Answer<Output> }> {
  const { call, model, policy, signal } = run;
  const headers = run.headers(JSON.stringify(messages));
  const response = await withRetries(policy, signal, (attemptSignal) =>
    generateText({
      model,
      instructions: `${call.system}\n\n${formatInstructions(call.output)}`,
      messages,
      output: Output.object({ schema: call.output }),
      temperature: call.temperature,
      maxRetries: 0,
      abortSignal: attemptSignal,
      headers,
      providerOptions: { builtin: { job: call.job, input: call.input } },
    }).then(
      ({ text, finishReason, usage }) => ({ text, finishReason, usage }),
      (error: unknown) => {
        // An answer that the SDK cannot parse is still an answer: it may hold JSON among other words.
        if (!NoObjectGeneratedError.isInstance(error)) throw error;
        return { text: error.text ?? "", finishReason: error.finishReason, usage: error.usage };
      },
    ),
  );
  const { text, finishReason, usage } = response;
  run.onTokens({ inputTokens: usage?.inputTokens ?? 0, outputTokens: usage?.outputTokens ?? 0 });
  if (finishReason === "content-filter") {
    throw new ModelFailure("refused", "its content filter stopped the answer", {
      remedy: "Reword the request, or choose another model.",
    });
  }
  return { text, answer: readAnswer(text, call.output, finishReason === "length") };
}

/** Many servers know only "answer with JSON", so the schema is always said in words as well. */
function formatInstructions(schema: z.ZodType): string {
  const json = JSON.stringify(z.toJSONSchema(schema));
  return `Answer with one JSON object that fits this JSON Schema, and with nothing else:\n${json}`;
}
