import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { languageCode } from "#task-types/text/language.ts";
import { readMarkdown, withoutCitations } from "#task-types/text/markdown.ts";
import { splitSentences } from "#task-types/text/sentences.ts";
import { contentStems, countWords } from "#task-types/text/words.ts";
import { type ArticleInput, articleInputSchema, revisionInputSchema } from "./input.ts";
import { research } from "./research.ts";
import { revise } from "./revise.ts";
import { writeArticle } from "./write-article.ts";
import { writePlan } from "./write-plan.ts";

const read = (name: string) => readFileSync(new URL(`testing-materials/${name}.txt`, import.meta.url), "utf8");
const inputOf = (name: string, fields: Partial<ArticleInput> = {}) =>
  articleInputSchema.parse({
    topic: "A topic",
    targetLength: 400,
    sources: [{ number: 1, title: "Source material", text: read(name) }],
    ...fields,
  });

const materials: [string, Partial<ArticleInput>][] = [
  ["press", { topic: "Seagrass nursery in Wexmouth" }],
  ["press", { topic: "Seagrass nursery in Wexmouth", targetLength: 200, style: "listicle", tone: "academic" }],
  ["interview", { topic: "How a Leeds bakery grew", style: "narrative" }],
  ["notes", { topic: "Our move to a four-day week", style: "listicle", tone: "casual" }],
  ["memo", { topic: "Warehouse performance 2024", style: "technical" }],
  ["german", { topic: "Bibliothek der Dinge in Lindenau", language: "German" }],
  ["estuary", { topic: "How tides shape estuaries", style: "narrative", tone: "casual" }],
  ["railway", { topic: "Battery trains on the Ostvik line", style: "technical" }],
  ["minutes", { topic: "What the product meeting decided" }],
  ["product", { topic: "A better bike light" }],
  ["podcast", { topic: "Miso from Minnesota" }],
  ["village", { topic: "Wie ein Dorf mit Abwärme heizt", language: "German", style: "listicle" }],
  ["one-paragraph", { topic: "A night bus without routes" }],
];

/** What the writer may add of its own: none of these words states anything. */
const ownWords = "says explains adds asked answers according sagt erklärt ergänzt frage antwortet";

describe.each(materials)("an article from the %s", (name, fields) => {
  const input = inputOf(name, fields);
  const code = languageCode(input.language);
  const draft = writeArticle(input);
  const { blocks } = readMarkdown(draft.content);
  const prose = blocks.filter(({ kind }) => kind !== "heading");

  it("has no word of matter that its source does not have", () => {
    const known = new Set(contentStems(`${read(name)} ${ownWords} ${input.topic}`, code));
    for (const { text } of blocks) {
      const strange = contentStems(withoutCitations(text), code).filter(
        (stem) => !known.has(stem) && !/^\d+$/.test(stem),
      );
      expect(strange, text).toEqual([]);
    }
  });

  it("keeps near its length, opens before its first heading, and says nothing twice", () => {
    const words = prose.reduce((sum, { text }) => sum + countWords(withoutCitations(text)), 0);
    expect(words).toBeLessThan(input.targetLength * 1.25);
    expect(words).toBeGreaterThan(Math.min(input.targetLength, countWords(read(name))) * 0.7);
    expect(blocks[0]?.kind).not.toBe("heading");
    const sentences = prose.flatMap(({ text }) => splitSentences(withoutCitations(text), code));
    expect(new Set(sentences).size).toBe(sentences.length);
  });

  it("cites its source in every paragraph", () => {
    for (const { kind, text } of prose) if (kind === "paragraph") expect(text).toMatch(/\[1\]$/);
  });

  it("comes out the same every time", () => expect(writeArticle(input)).toEqual(draft));
});

describe("what the writer makes of its material", () => {
  it("keeps an interview's questions with their answers and its speech in quotation marks", () => {
    const { content } = writeArticle(inputOf("interview", { targetLength: 600 }));
    expect(content).toContain("## What makes your sourdough different?");
    expect(content).toMatch(/“I used to be a structural engineer,” (says|explains) Lopez\./);
    expect(content).not.toMatch(/\b[Uu]m\b|laughs|MARIA|INTERVIEWER/);
  });

  it("keeps headings, tables and figures of a memo and leaves its letter head", () => {
    const { content } = writeArticle(inputOf("memo", { targetLength: 600 }));
    expect(content).toContain("## Returns");
    expect(content).toContain("| Leipzig | 572,000 | 18% | 3.77 |");
    expect(content).not.toMatch(/Leadership team|From:/);
  });

  it("leaves the furniture of a web page", () => {
    expect(writeArticle(inputOf("press", { targetLength: 900 })).content).not.toMatch(/Subscribe|Share this/);
  });

  it("says in a warning, not in the text, that the material is short", () => {
    expect(writeArticle(inputOf("press", { targetLength: 3000 })).warnings[0]).toMatch(/fewer than the 3000/);
  });

  it("draws each part from the source that it cites", () => {
    const sources = ["press", "german"].map((name, index) => ({ number: index + 1, title: name, text: read(name) }));
    const { content } = writeArticle(inputOf("press", { sources, targetLength: 900 }));
    expect(content).toMatch(/seagrass[^\n]*\[1\]/i);
    expect(content).toMatch(/Lastenrad[^\n]*\[2\]/);
  });

  it("finds facts with their words, and keywords", () => {
    const { facts, keywords, themes } = research(inputOf("press", { topic: "Seagrass nursery" }));
    expect(facts.length).toBeGreaterThan(15);
    for (const { quote } of facts)
      expect(read("press").replace(/\s+/g, " ")).toContain(quote.replace(/^(?:However, )/, ""));
    expect(keywords.length).toBeGreaterThanOrEqual(3);
    expect(themes.length).toBeGreaterThan(1);
  });
});

describe("an article that is too short for what was asked", () => {
  it("is extended by nothing that its headings say already", () => {
    const input = inputOf("railway", { topic: "Battery trains on the Ostvik line", targetLength: 600 });
    const { title, content } = writeArticle(input);
    expect(content).toMatch(/^## Not everybody is happy with the timetable$/m);
    const finding = { check: "length", finding: "Too short", sentence: null };
    expect(revise(revisionInputSchema.parse({ ...input, title, content, findings: [finding] })).content).toBe(content);
  });
});

describe("a working draft", () => {
  it.each([
    [200, "educational", "English"],
    [800, "listicle", "English"],
    [5000, "thought-leadership", "English"],
    [5000, "narrative", "German"],
  ])("of %i words, %s, %s has at least half of them, and needs at most 400", (targetLength, style, language) => {
    const draft = writePlan(
      articleInputSchema.parse({ topic: "How tides shape estuaries", targetLength, style, language }),
    );
    const { blocks } = readMarkdown(draft.content);
    const words = blocks.reduce((sum, { kind, text }) => sum + (kind === "heading" ? 0 : countWords(text)), 0);
    expect(words).toBeGreaterThanOrEqual(Math.min(400, targetLength / 2));
    expect(draft.workingDraft).toBe(true);
    const sections = blocks.filter(({ kind }) => kind === "heading").length;
    expect(blocks.filter(({ kind, text }) => kind === "quote" && /^(To supply|Zu liefern):/.test(text))).toHaveLength(
      sections,
    );
    expect(draft.content).not.toMatch(/\d{2,}/);
  });
});

describe("feedback", () => {
  const input = inputOf("interview", { topic: "How a Leeds bakery grew", targetLength: 600, style: "narrative" });
  const before = writeArticle(input);
  const revised = (feedback: string, from: ArticleInput = input, draft = before) =>
    revise(revisionInputSchema.parse({ ...from, title: draft.title, content: draft.content, feedback }));
  const words = (content: string) => countWords(withoutCitations(content));

  it("makes it shorter, to a number of words where one is given", () => {
    expect(words(revised("Please make it shorter.").content)).toBeLessThan(words(before.content) * 0.85);
    const { content, warnings } = revised("Cut it down to 250 words");
    expect(words(content)).toBeLessThan(320);
    expect(warnings).toEqual([]);
  });

  it("removes what is named and leaves the rest word for word", () => {
    const { content, warnings } = revised("Remove the section about staff");
    expect(warnings).toEqual([]);
    expect(content).not.toContain("apprentices");
    const left = new Set(before.content.split("\n\n"));
    for (const block of content.split("\n\n")) expect(left).toContain(block);
  });

  it("adds what the material says, and warns of what it does not", () => {
    const short = revised("Cut it down to 200 words");
    expect(short.content).not.toContain("heat exchanger");
    const { content, warnings } = revised("Mention the heat exchanger. Add something about the weather", input, short);
    expect(content).toContain("heat exchanger");
    expect(content).not.toMatch(/weather/i);
    expect(warnings).toEqual([expect.stringMatching(/nothing about “weather”/)]);
  });

  it("changes titles, headings and words as told", () => {
    const { title, content, warnings } = revised(
      'Title: Bread at night\nRename the section "Energy?" to "What ovens cost"\nReplace "second-hand" with "used"',
    );
    expect(title).toBe("Bread at night");
    expect(content).toContain("## What ovens cost");
    expect(content).not.toContain("second-hand");
    expect(warnings).toEqual([expect.stringMatching(/reviewer's wording/)]);
  });

  it("says so when it does not understand, and changes nothing", () => {
    const { content, warnings } = revised("Make it sound like Hemingway");
    expect(content).toBe(before.content);
    expect(warnings).toEqual([expect.stringMatching(/could not act on “Make it sound like Hemingway”/)]);
  });

  it("is understood in German too", () => {
    const german = inputOf("german", { topic: "Bibliothek der Dinge", language: "German" });
    const draft = writeArticle(german);
    const { content } = revised("Kürzer bitte. Streiche den Lagerraum", german, draft);
    expect(words(content)).toBeLessThan(words(draft.content) * 0.85);
    expect(content).not.toContain("Lagerraum");
  });
});
