import { describe, expect, it } from "vitest";
import { type Check, type CheckedText, readChecked } from "./checked-text.ts";
import { checkClaims } from "./claims.ts";
import { checkKeyword } from "./keyword.ts";
import { checkLength } from "./length.ts";
import { checkLinks } from "./links.ts";
import { checkNumbers } from "./numbers.ts";
import { checkReadability } from "./readability.ts";
import { checkRepetition } from "./repetition.ts";
import { checkStructure } from "./structure.ts";

const source =
  "The tide rises twice a day in the estuary of the Wex. Mud settles where the current slows down. In 2021 the port dredged 40,000 tonnes of mud from the channel. Salt marshes protect the villages behind them from storm surges.";

const article = (content: string, given: Partial<CheckedText> = {}) =>
  readChecked({
    title: "How tides shape an estuary",
    content,
    code: "en",
    sources: [{ text: source }],
    targetLength: 50,
    primaryKeyword: null,
    topic: "How tides shape estuaries",
    workingDraft: false,
    ...given,
  });

const good = article(`Twice a day the tide rises in the estuary of the Wex, and it shapes what lies beneath. [1]

## Mud in the channel

Mud settles where the current slows down. In 2021 the port dredged 40,000 tonnes of mud from the channel. [1]

## Salt marshes

Salt marshes protect the villages behind them from storm surges. [1]`);

const filler = (words: number) => Array.from({ length: words }, (_, index) => `word${index}`).join(" ");

const cases: [string, Check, CheckedText, RegExp, string | null][] = [
  ["length", checkLength, article("Too little."), /Too short: 2 words for a target of 50/, null],
  ["length", checkLength, article(filler(150)), /Too long/, null],
  ["structure", checkStructure, article("## Heading first\n\nText."), /begins with a heading/, "Heading first"],
  ["structure", checkStructure, article("Opening.\n\n# Title again\n\nText."), /first-level heading/, "Title again"],
  ["structure", checkStructure, article("Opening.\n\n## Empty\n\n## Full\n\nText."), /Nothing stands under/, "Empty"],
  ["structure", checkStructure, article("Opening.\n\n## One\n\nText.\n\n## One\n\nText."), /same heading/, "One"],
  ["structure", checkStructure, article(`${filler(310)}.`), /310 words with 0 headings/, null],
  [
    "readability",
    checkReadability,
    article(`The estuary ${"and the mud ".repeat(20)}rise.`),
    /sentence of 6\d words/,
    `The estuary ${"and the mud ".repeat(20)}rise.`,
  ],
  [
    "readability",
    checkReadability,
    article(
      "Institutional sedimentation characteristics necessitate comprehensive interdisciplinary evaluation methodologies.",
    ),
    /very hard to read/,
    "Institutional sedimentation characteristics necessitate comprehensive interdisciplinary evaluation methodologies.",
  ],
  [
    "keyword",
    checkKeyword,
    article(good.content, { primaryKeyword: "dredging" }),
    /not in the title/,
    "How tides shape an estuary",
  ],
  [
    "keyword",
    checkKeyword,
    article("Rain fell all day. It was cold."),
    /does not come in the opening/,
    "Rain fell all day.",
  ],
  [
    "keyword",
    checkKeyword,
    article("An estuary is an estuary. This estuary too. Estuary again. One more estuary.", {
      primaryKeyword: "estuary",
    }),
    /stuffing/,
    "One more estuary.",
  ],
  [
    "repetition",
    checkRepetition,
    article("The tide rises twice every day in Wexmouth. It rains. The tide rises twice every single day in Wexmouth."),
    /1 of 3 sentences repeat/,
    "The tide rises twice every single day in Wexmouth.",
  ],
  [
    "claims",
    checkClaims,
    article(
      "Mud settles where the current slows down. Engineers in Rotterdam invented floating barriers against pirates.",
    ),
    /1 of 2 statements/,
    "Engineers in Rotterdam invented floating barriers against pirates.",
  ],
  [
    "claims",
    checkClaims,
    article("Mud settles where the current slows down.", { sources: [] }),
    /no source/,
    "Mud settles where the current slows down.",
  ],
  [
    "numbers",
    checkNumbers,
    article("In 2021 the port dredged 40,000 tonnes. That cost 3.5 million euro."),
    /Not in the sources: 3.5 million/,
    "That cost 3.5 million euro.",
  ],
];

describe("a check that fails names what it found", () => {
  it.each(cases)("%s", (check, run, text, finding, sentence) => {
    const found = run(text);
    expect(found).toMatchObject({ check, passed: false, sentence });
    expect(found.finding).toMatch(finding);
    expect(found.score).toBeGreaterThanOrEqual(1);
    expect(found.score).toBeLessThan(8);
  });
});

describe("a good article passes", () => {
  const checks = {
    checkLength,
    checkStructure,
    checkReadability,
    checkKeyword,
    checkRepetition,
    checkClaims,
    checkNumbers,
  };
  it.each(Object.entries(checks))("%s", (_, check) => {
    expect(check(good)).toMatchObject({ passed: true, sentence: null });
  });
});

describe("links", () => {
  const linked = article("See [the port](https://port.example/) and [the map](https://map.example/gone).");

  it("that do not answer are named", async () => {
    const found = await checkLinks(linked, async (url) => !url.includes("gone"));
    expect(found).toMatchObject({ check: "links", passed: false, sentence: "https://map.example/gone" });
  });

  it("that answer pass", async () => {
    expect(await checkLinks(linked, async () => true)).toMatchObject({ passed: true });
    expect(await checkLinks(good, async () => false)).toMatchObject({ passed: true });
  });
});

describe("figures", () => {
  it("match however they are written", () => {
    const sources = [{ text: "It cost 1.2 million euro, 12% more; twelve people and 3,400 tonnes." }];
    const text = article("It cost 1,200,000 euro, 12 % more, with 12 people and 3400 tonnes. [2]", { sources });
    expect(checkNumbers(text)).toMatchObject({ passed: true });
  });
});
