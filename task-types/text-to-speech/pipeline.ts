import * as z from "zod";
import type { Json } from "#lib/contract/json.ts";
import { HubError } from "#lib/errors.ts";
import { encodeSound, soundTypes } from "#lib/media/convert-sound.ts";
import { decodeWav, durationOf, encodeWav, joinSounds, loudnessOf, type Sound } from "#lib/media/wav.ts";
import { definePipeline } from "#task-types/define-pipeline.ts";
import type { PhaseRun } from "#task-types/phase-run.ts";
import { splitForSpeech } from "#task-types/speech/split-for-speech.ts";
import { languageCode } from "#task-types/text/language.ts";
import { speechOptions, textToSpeech } from "./schema.ts";

type Request = z.output<typeof textToSpeech.request>;

const outputSchema = textToSpeech.result;

/** Less than this is silence: a model that answers with it has not spoken. */
const quietest = 0.001;

export const textToSpeechPipeline = definePipeline(textToSpeech, {
  phases: { generate },
  finish: (outputs) => ({ content: null, result: outputSchema.parse(outputs.generate), qualityScore: null }),
});

async function generate(run: PhaseRun<Request>): Promise<z.output<typeof outputSchema>> {
  const beside = z.object(speechOptions).parse(run.common.parameters);
  const { text, ...inside } = run.request.input_data;
  const { voice, rate, format = "wav" } = { ...beside, ...inside };
  const { language } = run.common;
  const pieces = splitForSpeech(text, languageCode(language));
  const sounds: Sound[] = [];
  for (const [index, piece] of pieces.entries()) {
    const speak = async () => {
      const spoken = await run.speak({ text: piece, language, voice, rate });
      if (!spoken) throw noVoice(language);
      return spoken.sound;
    };
    // Of several parts each is kept: an interrupted attempt speaks, or pays for, only what is missing.
    sounds.push(pieces.length === 1 ? await speak() : await speakOnce(run, { piece, voice, rate, language }, speak));
    run.progress((index + 1) / (pieces.length + 1), `Spoke ${index + 1} of ${pieces.length} parts`);
  }
  const sound = joinSounds(sounds);
  if (loudnessOf(sound) < quietest) throw new Error("the speech model gave silence");
  const bytes = await encodeSound(sound, format, run.signal);
  const artifact = { name: `speech.${format}`, role: "audio", contentType: soundTypes[format], bytes };
  const audio_url = await run.storeArtifact(artifact);
  return { audio_url, duration_seconds: Math.round(durationOf(sound) * 1000) / 1000, format };
}

async function speakOnce(
  run: PhaseRun<Request>,
  part: Record<string, Json | undefined>,
  speak: () => Promise<Sound>,
): Promise<Sound> {
  const reference = await run.keepArtifact(JSON.stringify(part), async () => {
    const bytes = encodeWav(await speak());
    return { name: "part.wav", role: "speech_part", contentType: "audio/wav", bytes };
  });
  return decodeWav((await run.readArtifact(reference)).bytes);
}

function noVoice(language: string): HubError {
  const message = `No voice speaks ${language}. Set "language" to one that is spoken, or connect a speech model.`;
  return new HubError("VALIDATION_ERROR", message, { details: { field: "language", reason: "no voice speaks it" } });
}
