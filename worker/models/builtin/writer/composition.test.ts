import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readMarkdown, withoutCitations } from "#task-types/text/markdown.ts";
import { contentStems, countWords } from "#task-types/text/words.ts";
import { type ArticleInput, articleInputSchema, revisionInputSchema } from "./input.ts";
import { research } from "./research.ts";
import { revise } from "./revise.ts";
import { writeArticle } from "./write-article.ts";

const read = (name: string) => readFileSync(new URL(`testing-materials/${name}.txt`, import.meta.url), "utf8");
const inputOf = (name: string, topic: string, fields: Partial<ArticleInput> = {}) =>
  articleInputSchema.parse({
    topic,
    targetLength: 600,
    sources: [{ number: 1, title: "Source material", text: read(name) }],
    ...fields,
  });

const estuary = (fields: Partial<ArticleInput> = {}) =>
  inputOf("estuary", "How tides shape estuaries", { primaryKeyword: "estuaries", ...fields });
const village = (fields: Partial<ArticleInput> = {}) =>
  inputOf("village", "Wie ein Dorf mit Abwärme heizt", { language: "German", ...fields });

const inputs = (["educational", "listicle", "technical", "narrative"] as const).flatMap((style) => [
  estuary({ style }),
  inputOf("railway", "Battery trains on the Ostvik line", { style }),
  inputOf("minutes", "What the product meeting decided", { style }),
  inputOf("product", "A better bike light for commuters", { style }),
  inputOf("podcast", "Miso from Minnesota", { style, targetLength: 800 }),
  inputOf("one-paragraph", "A night bus without routes", { style }),
  village({ style }),
]);

type Section = { heading: string; text: string };

function sectionsOf(content: string): Section[] {
  const { blocks } = readMarkdown(content);
  return blocks
    .filter(({ kind }) => kind === "heading")
    .map(({ text: heading }) => ({
      heading,
      text: blocks
        .flatMap(({ kind, section, text }) => (kind !== "heading" && section === heading ? [text] : []))
        .join(" "),
    }));
}

describe.each(inputs.map((input) => [`${input.topic} (${input.style})`, input] as const))("%s", (_, input) => {
  const { content } = writeArticle(input);
  const code = input.language === "German" ? "de" : "en";
  const sections = sectionsOf(content);

  it("has two to seven sections, none of which holds nearly everything", () => {
    expect(sections.length).toBeGreaterThanOrEqual(2);
    expect(sections.length).toBeLessThanOrEqual(7);
    const sizes = sections.map(({ text }) => countWords(withoutCitations(text)));
    const total = sizes.reduce((sum, size) => sum + size, 0);
    expect(Math.max(...sizes) / total).toBeLessThanOrEqual(0.45);
  });

  it("has distinct headings made of what stands under them", () => {
    expect(new Set(sections.map(({ heading }) => heading.toLowerCase())).size).toBe(sections.length);
    const material = input.sources[0]?.text.replace(/\s+/g, " ") ?? "";
    for (const { heading, text } of sections) {
      const bare = heading.replace(/^\d+\. /, "");
      // A question, a heading of the material, or a sentence that moved into the heading stands word for word.
      if (/\?$/.test(bare) || material.toLowerCase().includes(bare.toLowerCase())) continue;
      const own = new Set(contentStems(text, code));
      for (const stem of contentStems(bare, code)) expect([...own], `${bare} over: ${text}`).toContain(stem);
    }
  });

  it("opens with the matter, not with who wrote it when", () => {
    const opening = content.slice(0, content.indexOf("\n\n##"));
    expect(opening).not.toMatch(
      /^(Interview with|Minutes|Attendees|Von |HALDEN, |Recorded|The Slow Kitchen, Ep|FOR IMM|Author)/,
    );
    expect(content).not.toMatch(
      /Attendees:|Apologies|Next meeting|IMMEDIATE RELEASE|Press contact|Miriam Kessler|Status:/,
    );
    expect(countWords(opening)).toBeGreaterThan(10);
  });

  it("parts no quotation from its continuation", () => {
    for (const block of content.split("\n\n")) {
      const straight = block.split('"').length - 1;
      expect(straight % 2, block).toBe(0);
      expect(block.split("„").length, block).toBe(code === "de" ? block.split("“").length : block.split("„").length);
      // Only a quotation that names its speaker may stand at the head of a paragraph.
      if (/^["“„]/.test(block))
        expect(block).toMatch(/["”“],? (says|said|explains|sagt|sagte|erklärt|erzählt)\b|(says|said)[,.]/);
    }
  });

  it("cites once per paragraph, at its end", () => {
    for (const block of content.split("\n\n")) {
      if (/^(#|\|)/.test(block)) continue;
      expect(block.match(/\[1\]/g), block).toHaveLength(1);
      expect(block).toMatch(/\[1\]$/);
    }
  });
});

describe("what the estuary becomes", () => {
  const { content } = writeArticle(estuary());

  it("is the themes of its paragraphs", () =>
    expect(sectionsOf(content).map(({ heading }) => heading)).toEqual([
      "Wading birds and mud snails",
      "Salt marsh slows storm surges",
      "Estuaries as nurseries",
      "The biggest threat: coastal squeeze",
    ]));

  it("introduces whom the byline names at the first quotation only", () => {
    expect(content.match(/Dr\. Lena Marsh, coastal ecologist at the Severn field station,/g)).toHaveLength(1);
    expect(content).toContain(
      '"If we give the marsh room, it keeps up with the sea by trapping mud," Marsh says. "If we do not',
    );
  });

  it("has people first in a narrative", () =>
    expect(writeArticle(estuary({ style: "narrative" })).content).toMatch(/^"If we give the marsh room/));

  it("is found by phrases, not by fragments", () => {
    const { keywords } = research(estuary());
    expect(keywords).toEqual(expect.arrayContaining(["salt marsh", "sea walls"]));
    expect(keywords.join()).not.toMatch(/shape|rises|costs|slows/);
  });
});

describe("feedback about the order", () => {
  const draft = writeArticle(estuary());
  const revised = (feedback: string) =>
    revise(revisionInputSchema.parse({ ...estuary(), title: draft.title, content: draft.content, feedback }));

  it("puts first what is asked for, and its section before the others", () => {
    const { content, warnings } = revised("Start with the threat.");
    expect(content).toMatch(/^The biggest threat is what ecologists call coastal squeeze/);
    expect(sectionsOf(content)[0]?.heading).toBe("The biggest threat: coastal squeeze");
    expect(warnings).toEqual([]);
  });

  it("takes a quotation to the head with what leans on it", () => {
    const { content } = revised("Use the quote about mud in the opening");
    expect(content).toMatch(/^"People think of mud as empty," says Dr\. Lena Marsh.+Wading birds .+ feed on them/);
    expect(content.match(/People think of mud/g)).toHaveLength(1);
  });

  it("removes a part of a section and what its heading said of it", () => {
    const { content } = revised("remove the part about birds");
    expect(content).toMatch(/^(?![\s\S]*birds)[\s\S]*## Mud snails/);
  });

  it("says where it stands already, or that it stands nowhere", () => {
    expect(revised("Add the cost of walls").warnings[0]).toMatch(/under “Salt marsh slows storm surges”/);
    expect(revised("Start with the otters").warnings[0]).toMatch(/Neither the text nor the material/);
  });

  it("is understood in German, and numbers headings anew", () => {
    const input = village({ style: "listicle" });
    const { title, content } = writeArticle(input);
    const feedback = "Beginne mit der Kritik am Vertrag. Streiche den Teil über die Wärmepumpe";
    const after = revise(revisionInputSchema.parse({ ...input, title, content, feedback })).content;
    expect(after).toMatch(/^Kritik gibt es am Vertrag/);
    expect(after).not.toContain("Photovoltaikanlage");
    expect(sectionsOf(after).map(({ heading }) => Number.parseInt(heading, 10))).toEqual([1, 2, 3, 4, 5]);
  });
});

describe("much material", () => {
  // A second is the promise; a machine that tests has other work as well, and what is slow takes minutes.
  const most = 20_000;
  it.each([
    [
      "bullets",
      (at: number) =>
        `- ${read("one-paragraph")
          .split(" ")
          .slice(at % 380, (at % 380) + 5)
          .join(" ")} ${at}\n`,
    ],
    [
      "sentences",
      (at: number) =>
        `The ${read("estuary")
          .split(" ")
          .slice(at % 240, (at % 240) + 9)
          .join(" ")} ${at}. `,
    ],
  ])("of 200,000 characters in %s is written up in time", (_, line) => {
    const text = Array.from({ length: 6000 }, (_each, at) => line(at))
      .join("")
      .slice(0, 200_000);
    const input = estuary({ targetLength: 1500, sources: [{ number: 1, title: "Source material", text }] });
    const start = performance.now();
    writeArticle(input);
    expect(performance.now() - start).toBeLessThan(most);
  });
});
