import { languageCode } from "#task-types/text/language.ts";
import { runEspeak } from "./espeak.ts";

export type Voice = {
  /** "en-us" */
  language: string;
  /** "English (America)" */
  name: string;
};

/** How a voice of a language may sound: eSpeak's variants. */
export type Variant = { name: string; gender: "female" | "male" | null };

let known: Promise<{ voices: Voice[]; variants: Variant[] }> | undefined;

export function listVoices(): Promise<{ voices: Voice[]; variants: Variant[] }> {
  known ??= readVoices().catch((error: unknown) => {
    known = undefined;
    throw error;
  });
  return known;
}

async function readVoices() {
  const [languages, variants] = await Promise.all([runEspeak(["--voices"], ""), runEspeak(["--voices=variant"], "")]);
  return {
    voices: rows(languages).map(({ language, name }) => ({ language, name: name.replaceAll("_", " ") })),
    variants: rows(variants).map(({ file, gender }) => ({ name: file.replace(/^!v\//, ""), gender })),
  };
}

/** `Pty Language Age/Gender VoiceName File Other…`, without its head. */
function rows(table: Buffer) {
  return table
    .toString("utf8")
    .split("\n")
    .slice(1)
    .flatMap((line) => {
      const [, language, age, name, file] = line.trim().split(/\s+/);
      if (!language || !name || !file) return [];
      const gender = age?.endsWith("F") ? ("female" as const) : age?.endsWith("M") ? ("male" as const) : null;
      return [{ language, name, file, gender }];
    });
}

/** Where a language has several voices, the one that most people expect. */
const usual: Record<string, string> = { en: "en-us", fr: "fr-fr", zh: "cmn", no: "nb", vi: "vi", hy: "hy" };

/** Whether any voice speaks a language, given by its English name or a BCP 47 tag. */
export async function speaks(language: string): Promise<boolean> {
  const { voices } = await listVoices();
  return voiceFor(language, voices) !== null;
}

/** The voice of a language: of its region if there is one, else the usual one. */
export function voiceFor(language: string, voices: Voice[]): Voice | null {
  const tag = language.trim().toLowerCase().replaceAll("_", "-");
  const exact = voices.find((voice) => voice.language === tag);
  if (exact) return exact;
  const code = languageCode(language);
  const wanted = usual[code] ?? code;
  return (
    voices.find((voice) => voice.language === wanted) ??
    voices.find((voice) => voice.language.split("-")[0] === code) ??
    voices.find((voice) => voice.name.toLowerCase() === tag) ??
    null
  );
}
