import { type Person, peopleInBylines } from "#task-types/text/bylines.ts";
import { shortName } from "./speakers.ts";

const introduced =
  /(?<!\p{L})(\p{Lu}[\p{Ll}'’-]+\s\p{Lu}[\p{L}'’-]+), (who [^.?!:;“"]{8,70}?)(?=\.\s|\.$|, and\b|\.?\n)/gu;
const says =
  "says|said|adds|explains|answers|recalls|notes|sagt|sagte|erklärt|erzählt|ergänzt|antwortet|meint|berichtet";

/** Everybody whom a source introduces: in its byline, or when the host of a conversation does. */
export function findPeople(text: string): Person[] {
  const head = text.slice(0, 2500);
  const hosted = /^[^\n]{0,30}\p{Lu}{3,}[^\n]{0,12}:/mu.test(head)
    ? [...head.matchAll(introduced)].map(([, name = "", role = ""]): Person => ({ name, role }))
    : [];
  return [...peopleInBylines(text), ...hosted];
}

/** Whom a byline names gets title, full name and role where the article names them first; nowhere else. */
export function introducePeople(blocks: string[], people: Person[]): string[] {
  return people.reduce(introduce, blocks);
}

function introduce(blocks: string[], { name, role }: Person): string[] {
  if (!role) return blocks;
  const full = `${name}, ${role}`;
  const bare = name.replace(/^(?:(?:Dr|Prof|Mr|Mrs|Ms)\.?\s+)+/, "");
  const surname = shortName(bare);
  const forms = [name, bare, surname].map(literally).join("|");
  // Where the surname is a common word too, only who speaks is surely a person.
  const beside = new RegExp(
    `(?<=\\b(?:${says}) )(?:${forms})(?![\\p{L}’'-])|(?<![\\p{L}’'-])(?:${forms})(?= (?:${says})\\b)`,
    "u",
  );
  const before = new RegExp(`${literally(full)},(?= (?:${says})\\b)`, "g");
  const plain = blocks.map((block) => block.replace(before, surname).replaceAll(full, surname));
  const index = plain.findIndex((block) => !block.startsWith("#") && !block.startsWith("|") && beside.test(block));
  const block = plain[index];
  if (block === undefined) return blocks;
  // "…," Marsh says. → "…," says Dr. Lena Marsh, coastal ecologist.
  const behind = new RegExp(`(?<=["”“] )(?:${forms}) (${says})\\.`, "u");
  if (behind.test(block) && block.search(behind) <= block.search(beside))
    return plain.with(index, block.replace(behind, `$1 ${full}.`));
  const longer = block.replace(beside, (found, at: number) => {
    const after = block.slice(at + found.length);
    return /^[.,;:!?]/.test(after) ? full : `${full},`;
  });
  return plain.with(index, longer);
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
