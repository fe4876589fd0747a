/** A person named in a text: `@[Name](user:uuid)`. The id says who is meant, the name is how it reads. */
const mention = /@\[([^\]\n]{1,200})\]\(user:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\)/gi;

/** One stretch of a text: words, or a person named in it. */
export type TextPart = { text: string; userId: string | null };

/** A text as it reads, with who is named where. */
export function readMentions(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(mention)) {
    if (match.index > end) parts.push({ text: text.slice(end, match.index), userId: null });
    parts.push({ text: `@${match[1]}`, userId: (match[2] ?? "").toLowerCase() });
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), userId: null });
  return parts;
}

/** A text as it reads, without marks. */
export function plainMentions(text: string): string {
  return readMentions(text)
    .map((part) => part.text)
    .join("");
}

/** Everyone named, once each, in order. */
export function mentionedUsers(text: string): string[] {
  return [...new Set(readMentions(text).flatMap(({ userId }) => userId ?? []))];
}

export function writeMention(user: { id: string; name: string }): string {
  return `@[${user.name.replace(/[\]\n]/g, " ").slice(0, 200)}](user:${user.id})`;
}

/** The same text with each name as the person bears it: what one reads is who was told. */
export function renameMentions(text: string, names: ReadonlyMap<string, string>): string {
  return text.replace(mention, (whole, _name, id: string) => {
    const name = names.get(id.toLowerCase());
    return name === undefined ? whole : writeMention({ id: id.toLowerCase(), name });
  });
}

/** Makes marks of plain `@Name` for these people, the longer name before one that it begins with. */
export function nameMentions(text: string, people: readonly { id: string; name: string }[]): string {
  return [...people]
    .sort((a, b) => b.name.length - a.name.length)
    .reduce((marked, person) => {
      const name = person.name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
      return marked.replace(new RegExp(`@${name}(?![\\p{L}\\p{N}])`, "gu"), () => writeMention(person));
    }, text);
}
