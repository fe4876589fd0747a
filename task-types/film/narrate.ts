import * as z from "zod";
import { decodeWav, durationOf, encodeWav, joinSounds, type Sound } from "#lib/media/wav.ts";
import type { AnyRun, ArtifactReference } from "#task-types/phase-run.ts";
import { splitForSpeech } from "#task-types/speech/split-for-speech.ts";
import { languageCode } from "#task-types/text/language.ts";
import { countWords } from "#task-types/text/words.ts";

export const narrationSchema = z.array(
  z.object({
    /** Null where no voice speaks the language. */
    sound: z.string().nullable(),
    /** Of speech, or what reading takes. */
    seconds: z.number().positive(),
  }),
);
export type Narration = z.output<typeof narrationSchema>;

/** Words a second that are read with ease. */
const readingSpeed = 2.4;
const shortest = 1.6;

/** Every text spoken, each kept as a file of its own, so that an interrupted attempt speaks only what is missing. */
export async function narrate(
  run: AnyRun,
  texts: string[],
  voice: string | undefined,
  rate: number,
): Promise<Narration> {
  const { language } = run.common;
  const narration: Narration = [];
  let isSilent = false;
  for (const [index, text] of texts.entries()) {
    const spoken = isSilent ? null : await speakOnce(run, text, voice, rate);
    if (spoken === null && !isSilent) {
      isSilent = true;
      run.degrade(`No voice speaks ${language}: there are captions and no narration.`);
    }
    narration.push(spoken ?? { sound: null, seconds: Math.max(shortest, countWords(text) / readingSpeed) });
    run.progress((index + 1) / texts.length, `Spoke ${index + 1} of ${texts.length}`);
  }
  return narration;
}

async function speakOnce(
  run: AnyRun,
  text: string,
  voice: string | undefined,
  rate: number,
): Promise<Narration[number] | null> {
  const { language } = run.common;
  const parts = splitForSpeech(text, languageCode(language));
  let isSpoken = true;
  const key = JSON.stringify({ text, voice, rate, language });
  const speak = async () => {
    const sounds: Sound[] = [];
    for (const part of parts) {
      const spoken = await run.speak({ text: part, language, voice, rate });
      if (!spoken) throw new NoVoice();
      sounds.push(spoken.sound);
    }
    const bytes = encodeWav(joinSounds(sounds));
    return { name: "narration.wav", role: "narration", contentType: "audio/wav", bytes };
  };
  const sound = await run.keepArtifact(key, speak).catch((error: unknown) => {
    if (!(error instanceof NoVoice)) throw error;
    isSpoken = false;
    return null;
  });
  if (!isSpoken || sound === null) return null;
  return { sound, seconds: durationOf(await readNarration(run, sound)) };
}

class NoVoice extends Error {}

export async function readNarration(run: AnyRun, reference: string): Promise<Sound> {
  // Narrations are only ever written by `narrate`, which names them by reference.
  return decodeWav((await run.readArtifact(reference as ArtifactReference)).bytes);
}
