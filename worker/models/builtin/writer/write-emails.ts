import * as z from "zod";
import { languageCode } from "#task-types/text/language.ts";
import { contentStems, countWords, coverage } from "#task-types/text/words.ts";
import { asFact, type ChosenFact, chooseFacts, isNews, rankFacts, readable, standsAlone } from "./choose-facts.ts";
import { cleanTitle } from "./clean-title.ts";
import { composeFacts } from "./compose-facts.ts";
import { followFeedback, type ListedFact } from "./follow-feedback.ts";
import { cut, headline } from "./headline.ts";
import { mailPlan } from "./mail-plan.ts";

export const emailsInputSchema = z.object({
  topic: z.string(),
  language: z.string().default("English"),
  facts: z.array(z.object({ text: z.string(), theme: z.string() })).default([]),
  feedback: z.string().nullish(),
  goal: z.string().nullish(),
  count: z.int().min(1).default(1),
});

/** Words of one mail's body. */
const bodyWords = 130;
const subjectLength = 70;
const shortSubject = 60;
const preheaderLength = 130;

const greetings: Record<string, string> = {
  ...{ en: "Hello,", de: "Guten Tag,", fr: "Bonjour,", es: "Buenos días:", it: "Buongiorno,", pt: "Olá," },
  ...{ nl: "Hallo,", sv: "Hej!", da: "Hej", no: "Hei", nb: "Hei", pl: "Dzień dobry," },
};

/** Mails made of the facts' own sentences, in the material's order and shared out over the sequence. */
export function writeEmails({ topic, goal, count, language, ...given }: z.output<typeof emailsInputSchema>) {
  const code = languageCode(language);
  const { facts, scale, title: wanted, replaced, shortcomings } = followFeedback(given.facts, given.feedback, code);
  const parts = shareOut(newsFirst(facts, topic, code), count, code);
  const title = wanted ?? cleanTitle({ topic, style: "", primaryKeyword: null, language }, []);
  const subjects = new Set<string>();
  const emails = parts.map((own, index) => {
    if (own.length === 0)
      return {
        subject: cut(index === 0 ? title : `${cut(title, subjectLength - 5)} (${index + 1})`, subjectLength),
        preheader: cut(goal ?? "Working draft: its content is still to be supplied", preheaderLength),
        markdown: mailPlan(topic, goal ?? null),
      };
    const body = bodyOf(own, topic, scaled(own, scale), code).map((fact) => ({ ...fact, text: replaced(fact.text) }));
    const subject =
      index === 0
        ? cut(title, subjectLength)
        : subjectOf(
            rankFacts(body, topic, code),
            { title, theme: own[0]?.theme, number: index + 1, used: subjects },
            code,
          );
    subjects.add(subject);
    return { subject, preheader: preheaderOf(body, subject, code), markdown: greeted(composeFacts(body), code) };
  });
  const lacking = parts.filter((own) => own.length === 0).length;
  if (lacking > 0 && lacking < count)
    shortcomings.push(
      `The material was enough for ${count - lacking} of ${count} emails; the others are working drafts.`,
    );
  return { emails, working_draft: lacking === count, shortcomings };
}

/** What a later mail of a sequence says first, in its own words; none has the subject of another. */
function subjectOf(
  facts: ChosenFact[],
  { title, theme, number, used }: { title: string; theme: string | undefined; number: number; used: Set<string> },
  code: string,
): string {
  const own = facts.flatMap(({ text }) => headline(text, code, shortSubject) ?? []).find((each) => !used.has(each));
  if (own) return own;
  const named = theme && !title.includes(theme) ? `${title}: ${theme}` : "";
  return named && named.length <= subjectLength ? named : `${cut(title, subjectLength - 5)} (${number})`;
}

/** Neighbouring facts stay together, about as many words in each mail; the last go without when there are too few. */
function shareOut(facts: ListedFact[], count: number, code: string): ListedFact[][] {
  const parts: ListedFact[][] = Array.from({ length: count }, () => []);
  const total = facts.reduce((sum, { text }) => sum + countWords(text), 0);
  let before = 0;
  for (const [index, fact] of facts.entries()) {
    const share = Math.floor(((before + countWords(fact.text) / 2) / total) * count);
    // No mail is passed over while others have several facts.
    const next = parts.findIndex((part) => part.length === 0);
    const mustGoOn = next >= 0 && facts.length - index <= count - next;
    const last = (next < 0 ? count : next) - 1;
    const leans = last >= 0 && !standsAlone(fact.text, code);
    const own = mustGoOn || (next >= 0 && share > last && !leans) ? next : Math.max(0, last);
    parts[own]?.push(fact);
    before += countWords(fact.text);
  }
  return parts;
}

/** "Shorter" is less than what there is, not less than what there could be. */
function scaled(facts: ListedFact[], scale: number): number {
  const words = facts.reduce((sum, { text }) => sum + countWords(text), 0);
  return scale < 1 ? Math.min(bodyWords, words) * scale : bodyWords * scale;
}

/**
 * The fact that says most of the topic in front, with those that lean on it, where the material begins with something
 * else.
 */
function newsFirst(facts: ListedFact[], topic: string, code: string): ListedFact[] {
  const wanted = contentStems(topic, code);
  const held = (fact: ListedFact) => coverage(wanted, new Set(contentStems(fact.text, code)));
  const [first] = facts;
  const best = rankFacts(facts, topic, code)[0];
  const news = best && facts[best.place];
  if (!first || !news || !best || held(first) > 0.2 || held(news) <= 0.2) return facts;
  const next = facts.findIndex(({ text }, at) => at > best.place && standsAlone(text, code));
  const end = next < 0 ? facts.length : next;
  return [...facts.slice(best.place, end), ...facts.slice(0, best.place), ...facts.slice(end)];
}

/** All of it in its order where there is room, else the facts that say most, the first of them in front. */
function bodyOf(facts: ListedFact[], topic: string, words: number, code: string): ChosenFact[] {
  const total = facts.reduce((sum, { text }) => sum + countWords(text), 0);
  if (total > words) return chooseFacts(rankFacts(facts, topic, code), words);
  const whole = readable(facts, code);
  return whole.length > 0 ? whole : facts.map(asFact);
}

/** What goes on where the subject ends: a sentence that can be read by itself. */
function preheaderOf(body: ChosenFact[], subject: string, code: string): string {
  const said = contentStems(subject, code);
  const others = body.filter(({ text }) => coverage(said, new Set(contentStems(text, code))) < 0.8);
  const fitting = [...others.slice(1), ...others.slice(0, 1)].find(
    ({ text }) => text.length <= preheaderLength && text.length >= 30 && isNews(text, code),
  );
  const short = others
    .flatMap(({ text }) => headline(text, code, preheaderLength) ?? [])
    .find((text) => text !== subject);
  return fitting?.text ?? short ?? cut(body[1]?.text ?? body[0]?.text ?? subject, preheaderLength);
}

const smallInGerman =
  /^(?:der|die|das|den|dem|ein|eine|im|in|am|an|ab|seit|für|mit|bei|beim|zum|zur|nach|vor|von|vom|auf|aus|wir|sie|es|er|wer|dies\p{L}*|alle|wie|was)\b/iu;

/** In German the sentence after the greeting goes on in small letters. */
function greeted(body: string, code: string): string {
  const greeting = greetings[code];
  if (!greeting) return body;
  const goesOn = code === "de" && smallInGerman.test(body);
  return `${greeting}\n\n${goesOn ? body.charAt(0).toLowerCase() + body.slice(1) : body}`;
}
