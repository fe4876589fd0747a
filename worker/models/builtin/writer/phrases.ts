/** The few words that the writer adds of its own, by language. None of them states a fact. */
export type Phrases = {
  says: (name: string) => string;
  explains: (name: string) => string;
  adds: (name: string) => string;
  /** "According to Lopez, " before a sentence whose first letter becomes small; null where word order forbids it. */
  accordingTo: ((name: string) => string) | null;
  asked: (question: string, name: string) => string;
  theInterviewee: string;
  and: string;
  quotes: [string, string];
  /** First words that need the sentence before. */
  needs: RegExp;
  /** First words that can be left out when the sentence before is not there. */
  connects: RegExp;
  /** Speaks of oneself or to somebody. */
  personal: RegExp;
  forward: RegExp;
};

const english: Phrases = {
  says: (name) => `says ${name}`,
  explains: (name) => `explains ${name}`,
  adds: (name) => `${name} adds:`,
  accordingTo: (name) => `According to ${name}, `,
  asked: (question, name) => `Asked “${question}”, ${name} answers:`,
  theInterviewee: "the interviewee",
  and: "and",
  quotes: ["“", "”"],
  needs:
    /^(it|its|it's|this|that|that's|these|those|they|they're|their|he|he's|she|she's|his|her|such|both|another|others|instead|because|which|who|here|neither|either|the same|the former|the latter|otherwise|the other|afterwards|yes|no|exactly|absolutely|same|each|all of (?:it|them|this)|none of|some of them|most of them|one of them|the result|as for|except|or|only|then|since then|by then|until then|(?:only )?(?:\w+ ){1,5}of (?:them|these|those))\b/i,
  connects:
    /^(however|but|and|so|also|moreover|furthermore|in addition|additionally|meanwhile|still|yet|therefore|thus|as a result|for example|for instance|besides|in fact|indeed|finally|next|nevertheless|on top of that|plus|similarly|likewise|consequently|hence),?\s+/i,
  personal: /\b(i|i'm|i've|i'd|i'll|we|we're|we've|we'd|we'll|my|our|me|us|myself|ourselves|you|your|you're|you've)\b/i,
  forward:
    /\b(will|plan(?:s|ned)?|next (?:year|month|week|quarter|step|phase|spring|summer|autumn|winter|season)|upcoming|future|aims?|expect(?:s|ed)?|hopes?|from 20\d\d|by 20\d\d|goal|intends?|tomorrow|in the end|ultimately)\b/i,
};

const german: Phrases = {
  says: (name) => `sagt ${name}`,
  explains: (name) => `erklärt ${name}`,
  adds: (name) => `${name} ergänzt:`,
  accordingTo: null,
  asked: (question, name) => `Auf die Frage „${question}“ antwortet ${name}:`,
  theInterviewee: "die befragte Person",
  and: "und",
  quotes: ["„", "“"],
  needs:
    /^(er|sie|es|dies|diese|dieser|dieses|diesem|diesen|das|dabei|dadurch|dafür|dagegen|daher|damit|danach|daran|darauf|daraus|darin|darum|darüber|davon|dazu|deshalb|deswegen|dort|seine|seiner|ihre|ihrer|ihr|sein|beide|solche|weil|stattdessen|ja|nein|genau|letztere|erstere|denn|hier|so|da)\b/i,
  connects:
    /^(und|aber|doch|außerdem|zudem|allerdings|auch)\s+(?=(?:der|die|das|ein|eine|im|in|am|bei|seit|[\p{Lu}])\s)/iu,
  personal: /\b(ich|wir|mein\p{L}*|unser\p{L}*|mich|uns|mir|du|Sie haben|Ihnen)\b/iu,
  forward:
    /\b(wird|werden|soll|sollen|plant|planen|geplant|künftig\p{L}*|Zukunft|nächste[nrs]? (?:Jahr|Monat|Woche|Schritt|Quartal)|ab 20\d\d|bis 20\d\d|Ziel|hoff\p{L}+|will|wollen)\b/u,
};

/** For languages without phrases of their own: names and colons, which need no grammar. */
const plain: Phrases = {
  ...english,
  says: (name) => `(${name})`,
  explains: (name) => `(${name})`,
  adds: (name) => `${name}:`,
  accordingTo: null,
  asked: (question, name) => `${question} ${name}:`,
  theInterviewee: "—",
  and: "·",
  needs: /^$/,
  connects: /^$/,
  personal: /^$/,
  forward: /^$/,
};

export function phrasesFor(code: string): Phrases {
  if (code === "en") return english;
  return code === "de" ? german : plain;
}
