import type { LanguageModel, ModelMessage } from "ai";
import * as z from "zod";
import type { TextCall } from "#task-types/phase-run.ts";
import { ModelFailure } from "./model-failure.ts";
import { type Answer, readAnswer } from "./read-answer.ts";
import { streamAnswer } from "./stream-answer.ts";
import { type RetryPolicy, withRetries } from "./with-retries.ts";

export type TextRun<Output> = {
  model: LanguageModel;
  call: TextCall<Output>;
  signal: AbortSignal;
  policy: RetryPolicy;
  headers: (prompt: string) => Record<string, string>;
  /** Called for every answer that came, usable or not: both are billed. */
  onTokens: (tokens: { inputTokens: number; outputTokens: number }) => unknown;
  /** The answer as far as it has come. */
  onText?: (text: string) => void;
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
  const question = {
    model,
    instructions: `${call.system}\n\n${formatInstructions(call.output)}`,
    messages,
    schema: call.output,
    temperature: call.temperature,
    headers,
    builtin: { job: call.job, input: call.input },
  };
  const { text, finishReason, inputTokens, outputTokens } = await withRetries(policy, signal, (attempt, heard) =>
    streamAnswer(question, { signal: attempt, heard, onText: run.onText }),
  );
  await run.onTokens({ inputTokens, outputTokens });
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
