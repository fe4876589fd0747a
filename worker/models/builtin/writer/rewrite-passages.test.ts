import { describe, expect, it } from "vitest";
import { rewritePassages } from "./rewrite-passages.ts";

const material = `The harbour of Wexmouth opened its new jetty on 3 May. The jetty has 42 berths, 12 of them for guests. Guests pay 180 kroner a night, electricity included. The old jetty was built in 1931 and rotted below the water line. Divers found the damage in 2022. The club has 310 members.`;
const opening = "The harbour of Wexmouth opened its new jetty on 3 May. [1]";
const berths =
  "The jetty has 42 berths, 12 of them for guests. Guests pay 180 kroner a night, electricity included. [1]";
const whole = `${opening}\n\n## The berths\n\n${berths}`;

type Answer = {
  passages: { name: string; title: string | null; summary: string | null; text: string }[];
  warnings: string[];
};

function rewrite(feedback: string, more: object = {}): Answer {
  const input = {
    topic: "The new jetty",
    language: "English",
    sources: [{ number: 1, title: "Notes", text: material }],
    passages: [{ name: "2", title: null, summary: null, text: berths }],
    ...{ whole, feedback, cites: true },
    ...more,
  };
  return rewritePassages(JSON.parse(JSON.stringify(input))) as Answer;
}

describe("feedback on one passage", () => {
  it.each([
    ["Shorter", "The jetty has 42 berths, 12 of them for guests. [1]"],
    ["Remove the sentence about electricity", "The jetty has 42 berths, 12 of them for guests. [1]"],
    ['Replace "kroner" with "DKK"', berths.replace("kroner", "DKK")],
    ["As bullet points please", null],
  ])("%s", (feedback, expected) => {
    const { passages, warnings } = rewrite(feedback);
    expect(passages).toHaveLength(1);
    expect([passages[0]?.text, ...warnings]).toEqual(
      expected === null
        ? [berths, "No paragraph has enough sentences to become a list."]
        : expect.arrayContaining([expected]),
    );
  });

  it("brings in what the material says and no part of the text does", () => {
    const { passages, warnings } = rewrite("Mention the divers");
    expect(passages[0]?.text).toContain("Divers found the damage in 2022");
    expect(passages[0]?.text).toContain("42 berths");
    expect(warnings).toEqual([]);
  });

  it("says that the text has it already, where another passage does", () => {
    const { passages, warnings } = rewrite("Mention the harbour of Wexmouth opening on 3 May");
    expect(passages[0]?.text).toBe(berths);
    expect(warnings.join()).toContain("says already");
  });

  it("says what it cannot do, and leaves the passage as it is", () => {
    const { passages, warnings } = rewrite("Make it sing");
    expect(passages[0]?.text).toBe(berths);
    expect(warnings.join()).toContain("could not act on “Make it sing”");
  });

  it("takes a remark on a place for the passage that holds it, and all else for every passage", () => {
    const passages = [
      { name: "0", title: null, summary: null, text: `${opening} It was time.` },
      { name: "2", title: null, summary: null, text: berths },
    ];
    const remarks =
      '“180 kroner a night”: remove the sentence about electricity\n“new jetty”: replace "3 May" with "May"';
    const answer = rewrite(`${remarks}\nReplace "jetty" with "pier"`, { passages });
    expect(answer.passages.map(({ text }) => text)).toEqual([
      "The harbour of Wexmouth opened its new pier on May. [1] It was time.",
      "The pier has 42 berths, 12 of them for guests. [1]",
    ]);
  });

  it("changes title and summary where they are what is asked for", () => {
    const passages = [
      { name: "0", title: "Jetty news", summary: "The jetty is open", text: "The jetty opened on 3 May." },
    ];
    const {
      passages: [mail],
    } = rewrite('Change the title to "A pier for guests". Replace "jetty" with "pier".', { passages });
    expect(mail).toMatchObject({
      title: "A pier for guests",
      summary: "The pier is open",
      text: "The pier opened on 3 May.",
    });
  });

  it("leaves out the numbers of sources where the text has none", () => {
    const passages = [{ name: "0", title: null, summary: null, text: "The jetty has 42 berths." }];
    expect(
      rewrite("Mention the divers", { passages, whole: "The jetty has 42 berths.", cites: false }).passages[0]?.text,
    ).not.toMatch(/\[\d/);
  });
});
