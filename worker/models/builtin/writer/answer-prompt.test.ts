import { describe, expect, it } from "vitest";
import { splitSentences } from "#task-types/text/sentences.ts";
import { answerPrompt } from "./answer-prompt.ts";

const bees = `Urban beekeeping has grown quickly in European cities during the past decade. London alone had more than 7,400 registered hives in 2020, twice as many as in 2010. Critics say that the number of hives has outgrown the supply of flowers. A honeybee colony needs about 30 kilograms of pollen a year. Wild bees suffer most from the competition. Planting helps more than new hives do.`;
const memo = `We move to the new warehouse between 13 and 17 April. The old building is handed back on 30 April.

What changes for you
- Goods inbound closes on Friday 10 April at 14:00 and opens at the new site on Monday 20 April.
- Parking is free at the new site but limited to 85 spaces. Please share cars.
- The canteen opens two weeks later, on 4 May.

The budget for the move is 2.4 million kronor, of which 1.1 million goes to racking.`;

const answer = (wish: string, material: string) =>
  answerPrompt({ prompt: `${wish}:\n\n${material}`, language: "English", maxTokens: 512 }).text;

describe("what is asked for in a number", () => {
  it.each([
    ["Summarise in two sentences", 2],
    ["Give me a summary of 1 sentence", 1],
  ])("is given in that number: %s", (wish, count) => {
    const sentences = splitSentences(answer(wish, bees));
    expect(sentences).toHaveLength(count);
    for (const sentence of sentences) expect(bees).toContain(sentence);
  });

  it("is a point for each line, and no line holds two", () => {
    expect(answer("Give me three bullet points about this", bees).split("\n")).toHaveLength(3);
    for (const line of answer("List the key points", memo).split("\n")) expect(line).toMatch(/^- [^-]\S?.*[.]$/);
    expect(answer("List the key points", memo)).not.toContain(" - ");
  });

  it("is named by nouns, and titled by what it opens with", () => {
    expect(answer("Give me 4 keywords", bees).split(", ")).toHaveLength(4);
    expect(answer("Keywords", bees)).not.toMatch(/\b(?:grown|quickly|twice|suffer)\b/);
    expect(answer("Give this text a title", bees)).toBe("Urban beekeeping has grown quickly in European cities");
  });
});
