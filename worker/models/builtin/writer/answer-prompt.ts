import { extractKeywords } from "#task-types/text/keywords.ts";
import { languageCode } from "#task-types/text/language.ts";
import { numbersIn } from "#task-types/text/numbers.ts";
import { splitSentences } from "#task-types/text/sentences.ts";
import { contentStems, countWords, coverage } from "#task-types/text/words.ts";
import { tagEnglish } from "../nlp.ts";
import { condense as shorten } from "./clause-headings.ts";
import { limitWords } from "./limit-words.ts";
import { nounPhrases } from "./noun-phrases.ts";
import { writeArticle } from "./write-article.ts";

export type PromptAnswer = { text: string; shortcoming: string | null };

export type Prompt = { prompt: string; language: string; maxTokens: number };

/** Less than this is a wish, not material. */
const leastMaterial = 20;

/** What the writer says of itself when a prompt asks for more than its own words hold. */
const able =
  "I am this hub's built-in writer: I work only with the words of the prompt. I can condense a text that you give me, list its key terms, points or figures, find the sentence in it that answers a question, and give it a title. I have no knowledge of my own and cannot converse, invent, translate or write code; for that, connect a language model.";

const kinds: [RegExp, "summary" | "keywords" | "points" | "figures" | "title"][] = [
  [/\b(key ?words?|key terms|tags|topics)\b/i, "keywords"],
  [/\b(figures|numbers|statistics|amounts)\b/i, "figures"],
  [/\b(bullets?|bullet points|key points|main points|takeaways|list)\b/i, "points"],
  [/\b(title|headline|subject line)\b/i, "title"],
  [/\b(summar\w*|condense|shorten|tl;?dr|abstract|brief|in short|zusammenfass\w*|résum\w*|resum\w*)\b/i, "summary"],
];
const impossible =
  /\b(translate|translation|poem|song|joke|code|function|program|imagine|pretend|continue the|story about|übersetze|traduis)\b/i;

/** Answers a prompt from the prompt's own material, or says what can and cannot be done with it. */
export function answerPrompt({ prompt, language, maxTokens }: Prompt): PromptAnswer {
  const code = languageCode(language);
  const { wish, material } = divide(prompt, code);
  const words = Math.max(1, Math.floor(maxTokens * 0.75));
  if (countWords(material) < leastMaterial) return { text: limitWords(able, words), shortcoming: "no_source_material" };
  if (impossible.test(wish)) {
    const text = `${able}\n\nWhat the given text says in short: ${condense(material, language, words)}`;
    return {
      text: limitWords(text, words),
      shortcoming: "builtin/writer cannot do what the prompt asks for; it condensed the given text.",
    };
  }
  const question = splitSentences(wish, code).find((sentence) => /\?\s*$/.test(sentence));
  const answered = question ? findAnswer(question, material, code) : null;
  const kind = kinds.find(([pattern]) => pattern.test(wish))?.[1];
  const text =
    answered ??
    (question && !kind
      ? "The given text does not say."
      : fulfil(kind ?? "summary", { material, language, code, words, most: countIn(wish) }));
  return { text: limitWords(text, words), shortcoming: null };
}

/** The instruction, and what it is about: they are divided by a colon at the end of a line, an empty line, or a quotation. */
function divide(prompt: string, code: string): { wish: string; material: string } {
  const text = prompt.trim();
  const parts = text
    .split(/\n\s*\n|:\s*\n|:\s+(?=["“„])|"""|```/)
    .map((part) => part.trim())
    .filter(Boolean);
  if (parts.length > 1) return sort(parts);
  const sentences = splitSentences(text, code);
  const [first = "", ...rest] = sentences;
  const colon = /^([^:]{3,120}):\s+(.{40,})$/s.exec(text);
  if (
    colon?.[1] &&
    colon[2] &&
    (impossible.test(colon[1]) || kinds.some(([pattern]) => pattern.test(colon[1] ?? "")))
  ) {
    return { wish: colon[1], material: colon[2] };
  }
  if (
    /\?$/.test(first) ||
    impossible.test(first) ||
    kinds.some(([pattern]) => pattern.test(first) && countWords(first) < 20)
  ) {
    return { wish: first, material: rest.join(" ") };
  }
  const last = sentences.at(-1) ?? "";
  return /\?$/.test(last) ? { wish: last, material: sentences.slice(0, -1).join(" ") } : { wish: "", material: text };
}

/** The longer parts are the material, whichever comes first. */
function sort(parts: string[]): { wish: string; material: string } {
  const longest = Math.max(...parts.map(countWords));
  const isWish = (part: string) =>
    countWords(part) < Math.min(40, longest) &&
    (/[?:]$/.test(part) || impossible.test(part) || kinds.some(([pattern]) => pattern.test(part)));
  const wishes = parts.filter(isWish);
  return { wish: wishes.join(" "), material: parts.filter((part) => !isWish(part)).join("\n\n") };
}

const spelled = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** "in two sentences", "3 bullet points": how many are wanted; null where nobody says. */
function countIn(wish: string): number | null {
  const [, given = ""] =
    /\b(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|single) (?:\p{L}+ ){0,2}?(?:sentences?|bullets?|points?|takeaways?|key ?words?|terms?|tags|topics|figures)\b/iu.exec(
      wish,
    ) ?? [];
  if (!given) return null;
  const count = given.toLowerCase() === "single" ? 1 : spelled.indexOf(given.toLowerCase()) + 1 || Number(given);
  return count > 0 ? count : null;
}

type Task = { material: string; language: string; code: string; words: number; most: number | null };

function fulfil(kind: "summary" | "keywords" | "points" | "figures" | "title", task: Task): string {
  const { material, language, code, words, most } = task;
  if (kind === "keywords")
    return keywords(material, code, most ?? 10).join(", ") || condense(material, language, words);
  if (kind === "figures") return sentencesWithFigures(material, code, most ?? 20) || "The given text holds no figures.";
  if (kind === "title") return titleFor(material, language, code);
  const short = condense(material, language, most === null ? words : Math.min(words, most * 30), most !== null);
  if (kind === "summary" && most === null) return short;
  const sentences = short.split("\n").flatMap((line) => splitSentences(line.replace(/^- /, ""), code));
  const chosen = sentences.slice(0, most ?? sentences.length);
  return kind === "points" ? chosen.map((sentence) => `- ${sentence}`).join("\n") : chosen.join(" ");
}

/** What names something: "mitosis", not "damaged" or "four". */
function keywords(material: string, code: string, most: number): string[] {
  const phrases = nounPhrases(material, code).map(({ text }) => text);
  const found = [...new Set([...extractKeywords(material, code, most * 2), ...phrases])];
  const names = (phrase: string) => tagEnglish(phrase).some(({ pos }) => pos === "NOUN" || pos === "PROPN");
  return (code === "en" ? found.filter((phrase) => phrase.includes(" ") || names(phrase)) : found).slice(0, most);
}

/** The opening's own clause, where it is short enough to stand above the text. */
function titleFor(material: string, language: string, code: string): string {
  const article = writeArticle({
    ...articleOf(material, language, 80),
    topic: extractKeywords(material, code, 1)[0] ?? "",
  });
  const [first = ""] = splitSentences(material.split("\n").find((line) => countWords(line) > 5) ?? "", code);
  const clause =
    shorten(first, code) ??
    first.replace(/[.!]$/, "").replace(/(?:, | (?:during|because|under|while|since|with) ).*$/, "");
  const isFit = countWords(clause) > 2 && clause.length <= 70 && !/\?|["“”]/.test(clause);
  return isFit ? clause : article.title;
}

/** A third of the text, or what fits, in the text's own sentences. */
function condense(material: string, language: string, words: number, isCounted = false): string {
  const total = countWords(material);
  // Sentences that are counted afterwards need not be a third of the text.
  const target = Math.max(25, Math.min(words, isCounted ? total : Math.ceil(total / 3)));
  const { content } = writeArticle(articleOf(material, language, target));
  const plain = content
    .replace(/^#+ .*$/gm, "")
    .replace(/\s*\[\d+\]/g, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
  return plain || material;
}

function articleOf(material: string, language: string, targetLength: number) {
  const sources = [{ number: 1, title: "Prompt", text: material }];
  return { topic: "", style: "educational", tone: "professional", targetLength, language, sources };
}

function sentencesWithFigures(material: string, code: string, most: number): string {
  const found = splitSentences(material, code).filter((sentence) => numbersIn(sentence, code).length > 0);
  return found
    .slice(0, most)
    .map((sentence) => `- ${sentence}`)
    .join("\n");
}

/** The sentence that shares most with the question; null when none shares enough. */
function findAnswer(question: string, material: string, code: string): string | null {
  const asked = contentStems(question, code);
  if (asked.length === 0) return null;
  const ranked = splitSentences(material, code)
    .map((sentence) => ({ sentence, shared: coverage(asked, new Set(contentStems(sentence, code))) }))
    .sort((left, right) => right.shared - left.shared);
  const [best] = ranked;
  return best && best.shared >= 0.4 ? best.sentence : null;
}
