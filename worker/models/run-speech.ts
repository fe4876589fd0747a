import { generateSpeech, type SpeechModel } from "ai";
import * as z from "zod";
import { decodeSound } from "#lib/media/convert-sound.ts";
import { durationOf } from "#lib/media/wav.ts";
import { charactersPerSecond } from "#lib/models/estimate-cost.ts";
import type { Consumption } from "#lib/models/price.ts";
import type { GeneratedSpeech, SpeechCall } from "#task-types/phase-run.ts";
import { languageCode } from "#task-types/text/language.ts";
import { type RetryPolicy, withRetries } from "./with-retries.ts";

export type SpeechRun = {
  modelId: string;
  model: SpeechModel;
  call: SpeechCall;
  signal: AbortSignal;
  policy: RetryPolicy;
  headers: (prompt: string) => Record<string, string>;
  onUsed: (used: Consumption) => unknown;
  /** What the model says it could not do as asked. */
  onDegraded: (reason: string) => void;
};

const noteSchema = z.object({ voice: z.string().nullish() });

/** One text as mono samples, whatever format the model speaks in. */
export async function runSpeech(run: SpeechRun): Promise<GeneratedSpeech> {
  const { call, model, modelId, policy, signal } = run;
  const isOwn = modelId.startsWith("builtin/");
  const answer = await withRetries(policy, signal, (attemptSignal) =>
    generateSpeech({
      model,
      text: call.text,
      voice: call.voice,
      speed: call.rate,
      // The built-in voices know regions and names of languages; providers ask for a code.
      language: isOwn ? call.language : languageCode(call.language).replace("und", "auto"),
      outputFormat: "wav",
      maxRetries: 0,
      abortSignal: attemptSignal,
      headers: run.headers(call.text),
    }),
  );
  const characters = call.text.length;
  const sound = await decodeSound(answer.audio.uint8Array, answer.audio.format, signal).catch(async (error) => {
    // It is billed though nobody can hear it.
    await run.onUsed({ characters, seconds: characters / charactersPerSecond });
    throw error;
  });
  await run.onUsed({ characters, seconds: durationOf(sound) });
  for (const warning of answer.warnings.filter(isLoss)) run.onDegraded(inWords(modelId, warning));
  const note = noteSchema.safeParse(answer.providerMetadata.builtin).data;
  return {
    sound,
    voice: note?.voice ?? call.voice ?? null,
    modelId,
  };
}

type Warning = Awaited<ReturnType<typeof generateSpeech>>["warnings"][number];

function inWords(modelId: string, warning: Warning): string {
  if (warning.type === "other") return warning.message;
  if ("feature" in warning) return `${modelId} does not take "${warning.feature}".`;
  return `${modelId} did not do everything as asked.`;
}

/** A model that takes no language hears it from the text. */
function isLoss(warning: Warning): boolean {
  return !("feature" in warning && warning.feature === "language");
}
