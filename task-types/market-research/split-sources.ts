/** One publication of several that came in one text. */
export type Part = { title: string; text: string };

/** "Price list of Velorum, January 2026: The Velorum Haul …": who says so and when, before what is said. */
const labelled = /^(?=[^\n]{0,160}?(?:19|20)\d\d)((?:[^:.!?\n]|\.(?=\s?\p{Ll})){8,140}):\s+(?=\S)/u;
/** What publications are called. */
const publication =
  /(?<!\p{L})(?:reports?|reviews?|notes?|press|releases?|interviews?|lists?|surveys?|stud(?:y|ies)|articles?|decisions?|statements?|filings?|news\p{L}*|post|catalogues?|brochures?|web ?site|data|statistics|minutes|papers?|\p{L}*berichte?|\p{L}*studien?|umfragen?|\p{L}*mitteilung(?:en)?|\p{L}*listen?|beschl(?:uss|üsse)|artikel|gutachten|statistik\p{L}*|zeitung|informes?|estudios?|encuestas?|comunicados?|notas?|entrevistas?|listas?|rapports?|études?|enquêtes?|communiqués?)(?!\p{L})/iu;
const others = "Source material";

/**
 * The publications that a text quotes one after another, each under its own name, so that a statement can name the one
 * that says so; null for a text that is one source.
 */
export function splitSources(text: string): Part[] | null {
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  const inParagraphs = /\n[ \t]*\n/.test(text.trim());
  const parts: Part[] = [];
  for (const line of lines) {
    const title = labelled.exec(line.trim());
    if (title?.[1] && publication.test(title[1]))
      parts.push({ title: title[1].trim(), text: line.trim().slice(title[0].length) });
    else if (!line.trim()) continue;
    // Where blank lines part the publications, what follows without a name goes on; elsewhere nobody can tell.
    else if (inParagraphs && parts.length > 0) append(parts.at(-1), line);
    else append(parts.find((part) => part.title === others) ?? added(parts), line);
  }
  return parts.filter(({ title }) => title !== others).length > 1 ? parts : null;
}

function added(parts: Part[]): Part {
  const part = { title: others, text: "" };
  parts.push(part);
  return part;
}

function append(part: Part | undefined, line: string): void {
  if (part) part.text = part.text ? `${part.text}\n${line}` : line;
}
