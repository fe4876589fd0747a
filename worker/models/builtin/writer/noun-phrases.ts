import { isStopWord, stem, wordsOf } from "#task-types/text/words.ts";
import { type Token, tagEnglish } from "../nlp.ts";
import { mistakenVerbs } from "./clause-headings.ts";

export type NounPhrase = { text: string; stems: string[]; isName: boolean };

/** Nouns that name nothing in particular and make empty headings. */
const vague = new Set(
  "thing things lot way ways kind bit one ones people person time times year years month months week weeks day days today part number percent cent example case fact point end start place side area reason result minute minutes hour hours something everything nothing moment idea sense course question answer morning evening half quarter total average couple dozen hundred thousand million rest job work level amount period trial min max pence pound pounds euro euros dollar dollars kilo kilos degree degrees metre metres hectare hectares site plan plans need use group list note notes december january february march april may june july august september october november monday tuesday wednesday thursday friday saturday sunday jahr jahre jahren jahres monat monate woche wochen tag tage tagen euro prozent zahl ende anfang sommer herbst winter frühling start mal stück viertel hälfte leute menschen teil uhr stunde stunden million millionen januar februar märz mai juni juli august september oktober november dezember beispiel grund weise art fall seite kilometre kilometres kilometer kilometers meter meters centimetre centimetres mile miles foot feet tonne tonnes ton tons litre litres gram grams kroner krone kronor kr space spaces yen franc francs jar jars unit units winter summer spring autumn season noise kilowatt megawatt watt watts lumens hertz decibels grad cent meter kilogramm liter tonne tonnen quadratmeter kilowattstunde kilowattstunden hälfte drittel rund bund rest rechnung verbrauch wort last".split(
    " ",
  ),
);

/** After a noun these are never nouns themselves, as "costs" may be. */
const alwaysVerbs = /^(?:rises?|breaks?|falls|climbs|hides?)$/i;
/** They tell one of several things apart, and name none. */
const weakAdjectives =
  /^(?:first|second|third|last|next|new|old|current|recent|biggest|largest|smallest|nearest|main|whole|full|other|same|many|several|good|better|best|great|big|small|large|long|short|different|various|total|average|own|few|young|nearly)$/i;

/** Noun phrases of one to three words in the order of the text, small letters but for names. */
export function nounPhrases(text: string, code: string): NounPhrase[] {
  if (code === "en") return englishPhrases(text);
  return code === "de" ? germanPhrases(text) : [];
}

function englishPhrases(text: string): NounPhrase[] {
  const phrases: NounPhrase[] = [];
  const names = capitalsWithin(text);
  let run: Token[] = [];
  const close = () => {
    while (run.length > 1 && weakAdjectives.test(run[0]?.text ?? "")) run.shift();
    const trimmed = run.slice(run.findIndex(({ pos }) => pos !== "ADJ" || run.length > 1));
    const last = trimmed.at(-1);
    if (last && (last.pos === "NOUN" || last.pos === "PROPN") && trimmed.length <= 3) {
      const isName = trimmed.every(({ text: word }) => names.has(word));
      // "Meadows shelter": a plural before the last word is mostly a subject whose verb was taken for a noun.
      const misread = trimmed.slice(0, -1).some(({ pos, text: word }) => pos === "NOUN" && /[^s]s$/.test(word));
      const words = misread ? trimmed.slice(0, 1) : trimmed;
      add(
        phrases,
        words.map((token, at) => caseOf(token, names, words[at - 1] ?? words[at + 1])).join(" "),
        isName,
        "en",
      );
      if (trimmed.length > 1 && last.pos === "NOUN" && !misread) add(phrases, caseOf(last, names), false, "en");
    }
    run = [];
  };
  const tokens = tagEnglish(text);
  for (const [index, token] of tokens.entries()) {
    // "redshank feed on them": the tagger makes a noun of the verb.
    const isVerb =
      run.length > 0 &&
      mistakenVerbs.test(token.text) &&
      (alwaysVerbs.test(token.text) || /^(?:ADP|NUM|DET|PRON|ADV|ADJ)$/.test(tokens[index + 1]?.pos ?? ""));
    const fits =
      !isVerb &&
      (token.pos === "NOUN" || token.pos === "PROPN" || token.pos === "ADJ") &&
      /^[\p{L}][\p{L}'’-]*$/u.test(token.text) &&
      !/sel(?:f|ves)$/.test(token.text) &&
      !isStopWord(token.text, "en");
    // An adjective after a noun begins something new.
    if (fits && token.pos === "ADJ" && run.some(({ pos }) => pos !== "ADJ")) close();
    if (fits) run.push(token);
    else close();
  }
  close();
  return phrases;
}

/** Words with a capital where no sentence begins: names. */
function capitalsWithin(text: string): Set<string> {
  return new Set(text.match(/(?<=[\p{Ll}\d,;)]\s)\p{Lu}[\p{L}'’-]+/gu) ?? []);
}

function caseOf({ text }: Token, names: Set<string>, beside?: Token): string {
  const isAcronym = /\p{Lu}.*\p{Lu}/u.test(text);
  // "Halden Rail" at the head of a sentence
  const isPart = /^\p{Lu}/u.test(text) && beside !== undefined && names.has(beside.text);
  return isAcronym || isPart || names.has(text) ? text : text.toLowerCase();
}

/** German writes its nouns with capitals; the first word of a sentence is one only if it recurs so elsewhere. */
function germanPhrases(text: string): NounPhrase[] {
  const phrases: NounPhrase[] = [];
  for (const sentence of text.split(/(?<=[.!?:])\s+|\n/)) {
    const words = sentence.split(/\s+/);
    for (const [index, word] of words.entries()) {
      const bare = word.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
      if (!/^\p{Lu}\p{Ll}{2,}/u.test(bare) || isStopWord(bare, "de")) continue;
      // "im Gewerbegebiet" says where, not what.
      if (/^(?:im|am|beim|zum|zur)$/i.test(words[index - 1] ?? "")) continue;
      if (index > 0 || new RegExp(`[\\p{Ll},] ${bare}(?!\\p{L})`, "u").test(text)) add(phrases, bare, false, "de");
    }
  }
  return phrases;
}

function add(phrases: NounPhrase[], text: string, isName: boolean, code: string): void {
  const words = wordsOf(text);
  if (isName && words.some((word) => vague.has(word.toLowerCase()))) return;
  if (words.length === 1 && (vague.has(text.toLowerCase()) || text.length < 3)) return;
  if (vague.has((words.at(-1) ?? "").toLowerCase()) || vague.has((words[0] ?? "").toLowerCase())) return;
  phrases.push({ text, isName, stems: words.map((word) => stem(word, code)) });
}
