import { readMarkdown, withoutCitations } from "#task-types/text/markdown.ts";
import { splitSentences } from "#task-types/text/sentences.ts";
import { contentStems, coverage } from "#task-types/text/words.ts";
import { cutAtWord } from "./cut-at-word.ts";

type Sentence = { text: string; place: number; section: string | null; weight: number };

const excerptLength = 280;
const descriptionLength = 160;
/** Characters; less says nothing under a title. */
const leastLength = 45;

const pointsBack: Record<string, RegExp> = {
  en: /^(?:it|its|this|that|these|those|they|their|he|his|she|her|such|both|another|here|there|then|so|but|and|however|also|instead|one of|some|most of (?:them|these)|none|the (?:former|latter|same|other))\b/i,
  de: /^(?:er|sie|es|dies\p{L}*|das (?=\p{Ll})|dabei|dadurch|dafür|daher|damit|danach|dann|daran|darauf|davon|dazu|deshalb|dort|sein\p{L}*|ihr\p{L}*|beide|solche|und|aber|doch|auch|da|so)\b/iu,
};

/**
 * What a reader gets to see before the article, out of whole sentences of it: an excerpt and a description, neither of
 * which is its opening again, as far as the article has others that can stand alone.
 */
export function summarise(content: string, wanted: string, code: string): { excerpt: string; description: string } {
  const { opening, others } = readSentences(content, wanted, code);
  const excerpt = chooseExcerpt(others);
  const rest = others.filter(({ text }) => !excerpt.includes(text));
  const fits = ({ text }: { text: string }) => text.length <= descriptionLength;
  const description =
    rest.find(fits)?.text ?? opening.filter((text) => text.length >= leastLength).find((text) => fits({ text }));
  const start = opening.join(" ");
  return {
    excerpt: cutAtWord(excerpt || start, excerptLength),
    description: cutAtWord(description ?? (excerpt || start), descriptionLength),
  };
}

/** The weightiest sentence, and the next one of another section where both have room, in the order of the text. */
function chooseExcerpt(sentences: Sentence[]): string {
  const [first] = sentences.filter(({ text }) => text.length <= excerptLength);
  if (!first) return "";
  const second = sentences.find(
    ({ text, section }) => section !== first.section && first.text.length + text.length < excerptLength - 40,
  );
  const chosen = second ? [first, second].sort((left, right) => left.place - right.place) : [first];
  return chosen.map(({ text }) => text).join(" ");
}

function readSentences(content: string, wanted: string, code: string): { opening: string[]; others: Sentence[] } {
  const paragraphs = readMarkdown(content).blocks.filter(({ kind }) => kind === "paragraph" || kind === "item");
  const split = paragraphs.map(({ text }) => splitSentences(withoutCitations(text), code));
  const frequency = new Map<string, number>();
  for (const stem of split.flat().flatMap((text) => [...new Set(contentStems(text, code))]))
    frequency.set(stem, (frequency.get(stem) ?? 0) + 1);
  const topic = contentStems(wanted, code);
  const others = split.slice(1).flatMap((sentences, index) =>
    sentences.flatMap((text, within) => {
      const block = paragraphs[index + 1];
      if (block?.kind !== "paragraph" || !standsAlone(text, code)) return [];
      // Somebody's words serve where nothing else does.
      const spoken = /["“”„«»]/.test(text) ? 6 : 0;
      const full = text.length >= 80 ? 0.3 : 0;
      const stems = new Set(contentStems(text, code));
      const shared = [...stems].reduce((sum, stem) => sum + Math.log(frequency.get(stem) ?? 1), 0);
      const weight =
        shared / Math.sqrt(stems.size + 3) + 2 * coverage(topic, stems) + (within === 0 ? 0.4 : 0) + full - spoken;
      return [{ text, place: index * 100 + within, section: block.section, weight }];
    }),
  );
  return { opening: split[0] ?? [], others: others.sort((left, right) => right.weight - left.weight) };
}

const attributed = /^["“„][^"“”„]{30,}["”“],? (?:says|said|explains|adds|sagt|sagte|erklärt) \p{L}[^"“”„]*[.!]$/u;

/** "Evidence needed: …" is a line of a plan, not a sentence about the subject. */
const label = /^\p{Lu}[\p{L} ]{2,30}:\s/u;

/** Ends like a sentence, speaks for itself, and says whose words it quotes. */
function standsAlone(text: string, code: string): boolean {
  const isPlain = (!/["“”„«»]/.test(text) || attributed.test(text)) && !label.test(text);
  return (
    text.length >= leastLength && /[.!]$/.test(text) && isPlain && !pointsBack[code]?.test(text.replace(/^["“„]/, ""))
  );
}
