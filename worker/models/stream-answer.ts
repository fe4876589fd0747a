import {
  type FinishReason,
  type LanguageModel,
  type ModelMessage,
  Output,
  type ProviderMetadata,
  streamText,
} from "ai";
import type * as z from "zod";
import type { JsonObject } from "#lib/contract/json.ts";
import { brokenOff } from "./model-failure.ts";

export type Question = {
  model: LanguageModel;
  instructions?: string;
  messages: ModelMessage[];
  /** What the answer's JSON must look like; absent for words as they come. */
  schema?: z.ZodType;
  temperature?: number;
  topP?: number;
  maxOutputTokens?: number;
  seed?: number;
  stopSequences?: string[];
  headers: Record<string, string>;
  /** What a built-in model reads instead of the prompt. */
  builtin: { job: string; input: JsonObject };
};

export type Listening = {
  /** Ends the call at once, wherever it is. */
  signal: AbortSignal;
  /** Something came: the provider is at work. */
  heard: () => void;
  /** The whole answer as far as it has come. */
  onText?: (text: string) => void;
};

export type StreamedAnswer = {
  text: string;
  finishReason: FinishReason;
  inputTokens: number;
  outputTokens: number;
  providerMetadata: ProviderMetadata | undefined;
};

/**
 * One answer of a text model, heard as it is written. It counts only when the provider said that it is at its end.
 * @throws whatever the provider or the SDK says went wrong, also in the middle of the answer; the signal's reason
 */
export async function streamAnswer(question: Question, { signal, heard, onText }: Listening): Promise<StreamedAnswer> {
  const { schema, builtin, ...settings } = question;
  const { stream } = streamText({
    ...settings,
    ...(schema && { output: jsonOutput(schema) }),
    maxRetries: 0,
    abortSignal: signal,
    providerOptions: { builtin },
    // What goes wrong is thrown below, from the same stream.
    onError: () => {},
  });
  let text = "";
  let answer: StreamedAnswer | null = null;
  for await (const part of stream) {
    signal.throwIfAborted();
    heard();
    if (part.type === "error") throw part.error;
    if (part.type === "abort") throw signal.reason ?? brokenOff();
    if (part.type === "text-delta") {
      text += part.text;
      onText?.(text);
    }
    if (part.type === "finish-step") {
      const { finishReason, rawFinishReason, usage, providerMetadata } = part;
      if (isUnfinished(finishReason, rawFinishReason)) throw brokenOff();
      const { inputTokens = 0, outputTokens = 0 } = usage;
      answer = { text, finishReason, inputTokens, outputTokens, providerMetadata };
    }
  }
  signal.throwIfAborted();
  if (!answer) throw brokenOff();
  return answer;
}

/** A stream that was closed before its end looks whole to some providers' modules: nobody has said why it ended. */
function isUnfinished(reason: FinishReason, raw: string | undefined): boolean {
  return (reason as string) === "interrupted" || reason === "error" || (reason === "other" && raw === undefined);
}

/**
 * The SDK reads the half-written JSON anew with every word, which takes longer the longer the answer is; and it holds
 * words back until there is a new reading. Here the text itself is the reading.
 */
function jsonOutput(schema: z.ZodType) {
  const parsePartialOutput = async ({ text }: { text: string }) => ({ partial: text });
  return { ...Output.object({ schema }), parsePartialOutput };
}
