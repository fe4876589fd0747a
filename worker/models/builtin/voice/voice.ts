import type { SpeechModelV4 } from "@ai-sdk/provider";
import { chooseVoice } from "./choose-voice.ts";
import { runEspeak } from "./espeak.ts";
import { listVoices } from "./voices.ts";

/** eSpeak's own usual speed, in words a minute. */
const usualSpeed = 170;

/** The built-in speaker: eSpeak NG, as 16-bit mono WAV. It speaks a hundred languages, plainly. */
export const voice: SpeechModelV4 = {
  specificationVersion: "v4",
  provider: "builtin",
  modelId: "voice",
  async doGenerate({ text, voice: wanted, speed = 1, language = "en", abortSignal }) {
    const chosen = chooseVoice(wanted, language, await listVoices());
    if (!chosen) throw new Error(`builtin/voice does not speak ${language}`);
    const wordsPerMinute = String(Math.round(usualSpeed * Math.min(2, Math.max(0.5, speed))));
    const audio = await runEspeak(["-v", chosen.id, "-s", wordsPerMinute], speakable(text), abortSignal);
    return {
      audio: new Uint8Array(audio),
      warnings: chosen.isSubstitute
        ? [{ type: "other", message: `The voice ${wanted} is not to be had here; ${chosen.name} speaks instead.` }]
        : [],
      providerMetadata: { builtin: { voice: chosen.name } },
      response: { timestamp: new Date(), modelId: "voice", headers: undefined },
    };
  },
};

/** Without what eSpeak would take for notation of sounds, and without marks that are not said. */
function speakable(text: string): string {
  return (
    text
      .replaceAll("[[", "[ [")
      .replace(/[*_`#>|~]+/g, " ")
      .replace(/\p{Extended_Pictographic}/gu, " ")
      .trim() || "."
  );
}
