import { languageCode } from "#task-types/text/language.ts";
import { type Variant, type Voice, voiceFor } from "./voices.ts";

export type ChosenVoice = {
  /** As eSpeak takes it: `en-us+f2`. */
  id: string;
  /** As people read it. */
  name: string;
  /** The voice that was asked for is not to be had, and this is the nearest. */
  isSubstitute: boolean;
};

const feminine =
  /\b(female|woman|girl|aria|jenny|emma|amy|joanna|nova|shimmer|coral|sage|salli|kimberly|samantha|zira)\b/i;
const masculine = /\b(male|man|boy|guy|davis|brian|matthew|onyx|echo|fable|ash|joey|justin|daniel|david)\b/i;

/**
 * The voice that a request means: its own name (`en-gb`, `en-us+f3`, `English (America)`, a variant such as `Andrea`),
 * else the nearest in language and, as far as the name tells, in gender. Null where no voice speaks the language.
 */
export function chooseVoice(
  wanted: string | undefined,
  language: string,
  { voices, variants }: { voices: Voice[]; variants: Variant[] },
): ChosenVoice | null {
  const spoken = voiceFor(language, voices);
  if (!wanted) return spoken && { id: spoken.language, name: spoken.name, isSubstitute: false };
  const [base = "", variant = ""] = wanted.toLowerCase().split("+");
  const named = voices.find(({ language: id, name }) => id === base.trim() || name.toLowerCase() === base.trim());
  const sound = variants.find(({ name }) => name.toLowerCase() === (variant || base).trim());
  if (named && (!variant || sound)) return withVariant(named, sound, false);
  if (!spoken) return null;
  if (sound && !variant) return withVariant(spoken, sound, false);
  const byTag = nearestByTag(wanted, language, voices);
  const gender = feminine.test(wanted.replace(/neural$/i, "").replaceAll(/[-_]/g, " "))
    ? "female"
    : masculine.test(wanted.replaceAll(/[-_]/g, " "))
      ? "male"
      : null;
  // "female" alone asks for no one in particular, so nobody is replaced.
  const isSubstitute = !/^(fe)?male$/i.test(wanted.trim());
  return withVariant(
    named ?? byTag ?? spoken,
    gender === "female" ? variants.find(({ name }) => name === "f2") : undefined,
    isSubstitute,
  );
}

/** `en-GB-SoniaNeural` begins with a language that it speaks; one of another language than the text's is of no use. */
function nearestByTag(wanted: string, language: string, voices: Voice[]): Voice | null {
  const tag = /^([a-z]{2,3})[-_]([a-z]{2})\b/i.exec(wanted)?.[0];
  if (!tag || languageCode(tag) !== languageCode(language)) return null;
  return voiceFor(tag, voices);
}

function withVariant(voice: Voice, variant: Variant | undefined, isSubstitute: boolean): ChosenVoice {
  if (!variant) return { id: voice.language, name: voice.name, isSubstitute };
  return { id: `${voice.language}+${variant.name}`, name: `${voice.name}, ${variant.name}`, isSubstitute };
}
