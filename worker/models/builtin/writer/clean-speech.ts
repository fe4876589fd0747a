const noises =
  /\s*[[(](?:laughs?|laughter|laughing|pause|applause|lacht|lachen|inaudible|crosstalk|unverständlich)[^\])]*[\])]/gi;
const unclear = /[[(](?:inaudible|unverständlich|crosstalk)/i;
/** "we're, uh, building": the commas go with the sound, where what stands before cannot stand alone. */
const hesitation =
  /\b((?:we|they|you|i|it|that|he|she)['’]\w+|and|but|because|the|a|an|to|of|is|are|was|were|would|will|can|could|should|might|must|in|for|with|at|from|on|by|about|than|und|aber|der|die|das|ist|ein|eine),\s+(?:um+|uh+|erm?|you know|i mean|like|ähm?|öh),\s+/gi;
/** "Then pricing. Um, the waiting list": what follows opens the sentence. */
const opening = /(?<=[.!?]\s)(?:um+|uh+|erm?|ähm?|öh)[,.…]*\s+(\p{Ll})/giu;
/** "is that, is that a problem" */
const stutter = /\b(\p{L}+(?:\s+\p{L}+)?),\s+\1\b/giu;

const fillers: Record<string, RegExp[]> = {
  en: [
    /(?<before>^|[\s,])(?:um+|uh+|er+m?|hm+|ah)\b[,.…]*\s*/gi,
    /(?<before>^|,\s)(?:you know|i mean|sort of|kind of|like),\s/gi,
    /(?<before>^)(?:(?:well|so|yeah|oh|okay|ok|right|look|sure|honestly|anyway)[,.…]+\s+)+/i,
  ],
  de: [/(?<before>^|[\s,])(?:ähm?|hm+|öh)\b[,.…]*\s*/gi, /(?<before>^)(?:also|naja|nun|ja|tja|genau|okay)[,.…]+\s+/i],
};

/** What somebody said, without the sounds that say nothing; null where the words cannot be made out. */
export function cleanSpeech(text: string, code: string): string | null {
  if (unclear.test(text)) return null;
  let cleaned = text
    .replace(noises, "")
    .replace(hesitation, "$1 ")
    .replace(opening, (_, first: string) => first.toUpperCase());
  for (const filler of fillers[code] ?? []) cleaned = cleaned.replace(filler, "$<before>");
  cleaned = cleaned
    .replace(stutter, "$1")
    .replace(/\b(and|but|so|because|und|aber|weil),\s+(?=\p{Ll})/gu, "$1 ")
    .replace(/\s+([,.;:!?])/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
  return cleaned ? cleaned.charAt(0).toUpperCase() + cleaned.slice(1) : null;
}
