import { describe, expect, it } from "vitest";
import { isByline, peopleInBylines, titleOf, withoutDateline } from "./bylines.ts";
import { extractKeywords } from "./keywords.ts";
import { languageCode } from "./language.ts";
import { citedNumbers, readMarkdown } from "./markdown.ts";
import { numbersIn } from "./numbers.ts";
import { countSyllables, readability } from "./readability.ts";
import { splitSentences } from "./sentences.ts";
import { countWords, stem } from "./words.ts";

describe("languages", () => {
  it.each([
    ["English", "en"],
    ["german", "de"],
    ["de-AT", "de"],
    ["English (UK)", "en"],
    ["Klingon", "und"],
  ])("%s is %s", (name, code) => expect(languageCode(name)).toBe(code));
});

describe("sentences", () => {
  it.each([
    ["Fuel fell to €12.6 million. 27 new buildings were connected.", "en", 2],
    ["It opened in 2010. 412 km of pipe followed.", "en", 2],
    ["There are four phases: G1, S, G2 and M. During the S phase it is copied.", "en", 2],
    ["George W. Bush met J. R. Ewing.", "en", 1],
    ["Fue ampliado durante los siglos IX y X. Almanzor lo terminó.", "es", 2],
    ["Am 3. 5. 2020 kamen ca. 40 Gäste.", "de", 1],
    ["See Fig. 3 and No. 12 of vol. 2.", "en", 1],
  ])("end before figures and after letters, where they end: %s", (text, code, count) => {
    expect(splitSentences(text, code)).toHaveLength(count);
  });

  it("do not end at abbreviations, initials and within quotations", () => {
    expect(
      splitSentences('Dr. Smith met J. K. Rowling at 5 p.m. on Monday. "It was fine. We left," she said. The end.'),
    ).toEqual(["Dr. Smith met J. K. Rowling at 5 p.m. on Monday.", '"It was fine. We left," she said.', "The end."]);
  });

  it("do not end at German ordinals", () => {
    expect(splitSentences("Am 3. März 2024 öffnete z. B. die Bäckerei. Danach ging es weiter.", "de")).toHaveLength(2);
  });

  it("keep their citations", () => {
    expect(splitSentences("The tide rises. [1] Mud settles. [2]")).toEqual(["The tide rises. [1]", "Mud settles. [2]"]);
  });
});

describe("words", () => {
  it("share a stem with their inflections", () => {
    for (const form of ["shaping", "shapes", "shaped"]) expect(stem(form, "en")).toBe(stem("shape", "en"));
    expect(stem("Bohrmaschinen", "de")).toBe(stem("Bohrmaschine", "de"));
    expect(stem("cities", "en")).toBe(stem("city", "en"));
  });

  it("are counted in languages without spaces", () => {
    expect(countWords("one-two three, 4.5")).toBe(3);
    expect(countWords("東京の夜は長い")).toBeGreaterThan(2);
  });
});

describe("numbers", () => {
  it("are read with their scale and separators", () => {
    const values = (text: string, code: string) => numbersIn(text, code).map(({ value }) => value);
    expect(values("$4.2 million, 1,200 units, 12% and 40k users [3] of COVID-19, Q3", "en")).toEqual([
      4_200_000, 1200, 12, 40_000,
    ]);
    expect(values("1.200,5 Euro und 3 Mio. Kunden", "de")).toEqual([1200.5, 3_000_000]);
  });
});

describe("readability", () => {
  it("counts syllables", () => {
    expect(["tide", "harbour", "wanted", "baked", "a"].map((word) => countSyllables(word, "en"))).toEqual([
      1, 2, 2, 1, 1,
    ]);
  });

  it("tells plain text from hard text, and says nothing of languages without a formula", () => {
    expect(readability(["The tide comes in. The mud moves."], "en")?.ease).toBeGreaterThan(90);
    expect(readability(["Institutional sedimentation necessitates evaluation."], "en")?.ease).toBeLessThan(10);
    expect(readability(["La marée monte."], "fr")).toBeNull();
  });
});

describe("Markdown", () => {
  it("is read as blocks under their headings", () => {
    const { blocks, links } = readMarkdown(
      "Intro [1].\n\n## Part *one*\n\n- a [link](https://a.example)\n\n> said\n\n| a | b |\n| - | - |\n| 1 | 2 |",
    );
    expect(blocks.map(({ kind, text, section }) => [kind, text, section])).toEqual([
      ["paragraph", "Intro [1].", null],
      ["heading", "Part one", "Part one"],
      ["item", "a link", "Part one"],
      ["quote", "said", "Part one"],
      ["table", "a b", "Part one"],
      ["table", "1 2", "Part one"],
    ]);
    expect(links).toEqual(["https://a.example"]);
    expect(citedNumbers("One [2][1], two [2], [link](x) and [3](y)")).toEqual([1, 2]);
  });
});

describe("keywords", () => {
  it("are what a text turns around", () => {
    const text =
      "Salt marshes grow slowly. Salt marshes protect villages. The tide feeds salt marshes, and the tide takes mud.";
    expect(extractKeywords(text, "en", 3)[0]).toBe("salt marshes");
  });
});

describe("bylines", () => {
  it.each([
    "Interview with Dr. Lena Marsh, coastal ecologist at the Severn field station, 12 March 2026.",
    "By Miriam Kessler, 18 October 2025",
    "Von Miriam Kessler, 18. Oktober 2025",
    "Attendees: Priya (product), Tom (engineering)",
    "Minutes of the product meeting, 11 September 2025",
    "FOR IMMEDIATE RELEASE",
    "3 June 2025",
    "Published on 4 May 2025",
  ])("%s is one", (line) => expect(isByline(line)).toBe(true));

  it.each([
    "Interviews with 40 nurses show that the night shift is the hardest.",
    "By 2030 the trust could restore 25 hectares of meadow.",
    "Twice a day the tide pushes salt water inland.",
    "Decision: ship the cards next week",
    "Von den Kosten trägt der Bund die Hälfte.",
  ])("%s is none", (line) => expect(isByline(line)).toBe(false));

  it("name people with what they are, and texts", () => {
    const text =
      "Interview with Dr. Lena Marsh, coastal ecologist at the field station, 12 March 2026.\nThe tide rises.";
    expect(peopleInBylines(text)).toEqual([{ name: "Dr. Lena Marsh", role: "coastal ecologist at the field station" }]);
    expect(titleOf(text)).toBe("Interview with Dr. Lena Marsh, coastal ecologist at the field station, 12 March 2026");
    expect(titleOf("FOR IMMEDIATE RELEASE\n\nBattery trains for the Ostvik line\n\nThe trains come.")).toBe(
      "Battery trains for the Ostvik line",
    );
    expect(titleOf("The tide rises twice a day.\nMud settles.")).toBeNull();
    expect(withoutDateline("HALDEN, 3 June 2025 — Halden Rail will run trains.")).toBe("Halden Rail will run trains.");
    expect(withoutDateline("In June 2025 — as before — it ran.")).toBe("In June 2025 — as before — it ran.");
  });
});
