/** Somebody whom a byline names, as an article introduces them: "Lena Marsh, coastal ecologist at the field station". */
export type Person = { name: string; role: string | null };

const months =
  "jan(?:uary|uar)?|feb(?:ruary|ruar)?|mar(?:ch)?|märz|apr(?:il)?|ma[yi]|june?|juni|july?|juli|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?";
const day = `(?:\\d{1,2}(?:st|nd|rd|th|\\.)?\\s+(?:${months})\\.?|(?:${months})\\.?\\s+\\d{1,2}(?:st|nd|rd|th)?,?)`;
const date = `(?:${day}(?:,?\\s+\\d{4})?|(?:${months})\\s+\\d{4}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}\\.\\d{1,2}\\.\\d{2,4}|\\d{1,2}/\\d{1,2}/\\d{2,4})`;

const dateOnly = new RegExp(
  `^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\\s+|[\\p{L}.-]+(?: [\\p{L}.-]+){0,2},\\s+)?${date}\\.?$`,
  "iu",
);
const label =
  /^(?:author|authors|written by|status|version|owner|attendees|participants|present|apologies|absent|chair|minutes|note-?taker|location|venue|place|duration|episode|host|guest|photos?|image|source|published|updated|posted|recorded|filed|distribution|classification|reading time|next meeting|autor(?:in)?|teilnehmer(?:innen|nde)?|anwesend|entschuldigt|protokoll|ort|dauer|foto|quelle|veröffentlicht|aktualisiert|stand|nächste sitzung|nächstes treffen)\s*:\s+\S/i;
const kindOfText =
  /^(?:(?:an?\s+)?(?:telephone |phone |video |written |edited )?(?:interview|conversation|q\s?&\s?a|discussion)\s+(?:with|between)|(?:minutes|transcript|notes|summary|recording|protocol)\s+(?:of|from|for)|(?:im )?(?:interview|gespräch)\s+mit|protokoll\s+(?:der|des|zur|zum)|notizen\s+(?:zu|für|von)|mitschrift\s+(?:der|des)|niederschrift)\b/i;
const dated = /^(?:published|updated|posted|recorded|filed|veröffentlicht|aktualisiert|aufgenommen)\b.{0,60}\d/i;
const by =
  /^(?:by|von|text:|words by)\s+\p{Lu}[\p{L}.'’-]+(?:\s+(?:\p{Lu}[\p{L}.'’-]*|von|van|de|der|den|and|und|&)){1,6}(?:\s*[,|–—-]\s*[^.]{2,80})?\.?$/u;
const forRelease =
  /^(?:for immediate release|embargoed?\b.*|press release\b.*|news release\b.*|pressemitteilung\b.*|medienmitteilung\b.*|draft\b.{0,40}|confidential|internal use only|not for publication)$/i;

/** Longer lines are prose, whatever they begin with. */
const longest = 220;

/** A line that says about the text who, when or what kind it is, and nothing of its matter. */
export function isByline(line: string): boolean {
  const text = line.trim().replace(/^[*_#>\s]+|[*_\s]+$/g, "");
  if (!text || text.length > longest) return false;
  if (dateOnly.test(text) || label.test(text) || by.test(text) || forRelease.test(text)) return true;
  // "Notes from the lab show …" is a sentence; a byline has no verb, so its only comma-free part is short.
  return (
    (dated.test(text) || kindOfText.test(text)) &&
    !/[.!?]\s+\p{Lu}\p{Ll}+\s+\p{Ll}+/u.test(text.replace(/\b(?:Dr|Prof|Mr|Mrs|Ms)\./g, "")) &&
    !states.test(text)
  );
}

/** Finite verbs that a byline does not have. */
const states =
  /\b(?:is|are|was|were|has|have|had|will|can|shows?|showed|says|said|found|suggests?|ist|sind|war|waren|hat|haben|wird|zeigt|zeigen)\b/i;

const dateline = new RegExp(
  `^(?!(?:in|on|at|by|since|from|until|im|am|seit|ab|bis)\\s)(?:\\p{Lu}[\\p{L}'’.-]*(?:[ ,]+\\p{Lu}[\\p{L}'’.-]*){0,4},?\\s+)${date}\\s*(?:\\([^)]{1,30}\\)\\s*)?[–—-]{1,2}\\s+(?=\\S)`,
  "iu",
);

/** "LONDON, 3 June 2025 — The company …" → "The company …": where and when a report was filed is not what it reports. */
export function withoutDateline(line: string): string {
  return line.replace(dateline, "");
}

const named =
  /\b(?:with|mit|between)\s+((?:(?:Dr|Prof|Mr|Mrs|Ms)\.?\s+)*\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}.'’-]*){1,3})(?:,\s+([^.;]+))?/u;

/** Whom the bylines of a text name, with what they are. */
export function peopleInBylines(text: string): Person[] {
  return openingLines(text).flatMap((line) => {
    const [, name, rest] = isByline(line) ? (named.exec(line) ?? []) : [];
    if (!name) return [];
    const parts = (rest ?? "").split(/,\s+/);
    const end = parts.findIndex((part) =>
      new RegExp(`^(?:on\\s+|am\\s+)?${date}|^(?:recorded|conducted|held|aufgenommen|geführt)\\b|\\d{4}`, "iu").test(
        part,
      ),
    );
    const role = (end < 0 ? parts : parts.slice(0, end)).join(", ").replace(/[.\s]+$/, "");
    return [{ name, role: role || null }];
  });
}

/** How a citation names a text: by its own headline, else by its byline; null when it has neither. */
export function titleOf(text: string): string | null {
  const title = openingLines(text)
    .slice(0, 3)
    .find((line) => !isFurniture(line) && (isByline(line) || isHeadline(line, text)));
  if (!title) return null;
  const plain = title.replace(/^#+\s*/, "").replace(/\*\*|__/g, "");
  return plain.replace(/\.$/, "").trim().slice(0, 160) || null;
}

function isFurniture(line: string): boolean {
  return forRelease.test(line) || dateOnly.test(line) || label.test(line) || by.test(line);
}

/** A first line that stands by itself over a text, ends like no sentence, and heads the whole, not a part. */
export function isHeadline(line: string, text: string): boolean {
  const marks = /^#+(?=\s)/.exec(line.trim())?.[0];
  const bare = line.trim().replace(/^#+\s*/, "");
  if (bare.length > 140 || /[.!;:,…]$/.test(bare) || !/^["“„'‘]?[\p{Lu}\d]/u.test(bare)) return false;
  if (marks) return text.split(new RegExp(`^${marks}\\s`, "m")).length === 2;
  const rest = text.slice(text.indexOf(line) + line.length);
  const isAlone = /^[^\S\n]*\n\s*\n/.test(rest) || isByline(rest.trimStart().split("\n")[0] ?? "");
  return bare.split(/\s+/).length > 3 && isAlone && rest.trim() !== "";
}

function openingLines(text: string): string[] {
  const lines: string[] = [];
  for (const line of text.slice(0, 3000).split("\n")) {
    if (line.trim()) lines.push(line.trim());
    if (lines.length === 6) break;
  }
  return lines;
}
