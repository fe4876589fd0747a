import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { inMarkdown } from "./in-markdown.ts";
import { articleInputSchema } from "./input.ts";
import { mainClause } from "./main-clause.ts";
import { research } from "./research.ts";
import { writeDocument } from "./write-document.ts";
import { emailsInputSchema, writeEmails } from "./write-emails.ts";
import { newsletterInputSchema, writeNewsletter } from "./write-newsletter.ts";
import { postsInputSchema, writePosts } from "./write-posts.ts";

const file = (name: string) => readFileSync(new URL(`testing-materials/${name}.txt`, import.meta.url), "utf8");

function factsOf(topic: string, text: string, language = "English") {
  const sources = [{ number: 1, title: "Source material", text }];
  return research(articleInputSchema.parse({ topic, language, sources, targetLength: 1500 })).facts;
}

function post(topic: string, text: string, language = "English") {
  const platforms = [{ platform: "linkedin", limit: 3000, usualWords: 130, hashtags: 4 }];
  const given = { topic, language, platforms, facts: factsOf(topic, text, language) };
  return writePosts(postsInputSchema.parse(given)).posts[0]?.text ?? "";
}

const notes =
  "- launch: Tue 3 Feb, 09:00\n- price 49 EUR a month\n- new: offline mode, dark theme\n- Tools needed:\n  - a thermometer\n  - 30 m of hose\n- contact: beta@ledgerly.example";
const call = `[00:00:04] DANA: Okay, I think everybody's here. I'm Dana Whitlock, I look after the scheduling product.
[00:00:21] DANA: Let's start with the numbers. We have 1,840 clinics on the platform, up from 1,512 in June.
[00:00:52] TOMAS: The front desk would, you know, call down a list by hand. Um, the waiting list fills 61 percent of the cancelled slots.
[00:01:10] PRIYA: Harbour Street told me they fill eleven slots a week that way. At 85 pounds a slot that's real money for them.
[00:01:30] TOMAS: Cancelled appointments stay open for fifteen minutes for the next patient on the list.`;

describe("a post", () => {
  it("sets points in lines of their own under what they belong to", () => {
    expect(post("Ledgerly 2 is out", notes)).toContain(
      "Ledgerly 2 is out.\n\n• Launch: Tue 3 Feb, 09:00\n• Price 49 EUR",
    );
    expect(post("Ledgerly 2 is out", notes)).toContain("• Tools needed: a thermometer, 30 m of hose");
  });

  it("says the news first, in the main clause of a sentence that is too long", () => {
    const text =
      "The library of Oakhurst will close its reading room from 8 January to 27 March 2027 so that the roof, which dates from 1958 and has leaked every winter since 2019, can be replaced at a cost of 2.4 million dollars. The children's room stays open. Loans are extended until 15 April.";
    expect(post("Oakhurst library closes its reading room", text)).toMatch(
      /^The library of Oakhurst will close its reading room from 8 January to 27 March 2027\.\n/,
    );
  });

  it("has neither what keeps a meeting going nor what one person says of himself", () => {
    const text = post("The waiting list for cancelled appointments", call);
    expect(text).toContain("1,840 clinics");
    expect(text).not.toMatch(/everybody's here|Whitlock|Let's start|told me|for them/);
  });

  it("ends sentences as their writing ends them", () => {
    const text = post("札幌市の図書館", "札幌市は図書館を開館する。蔵書は32万冊で、閲覧席は640席ある。", "Japanese");
    expect(text).toContain("開館する。");
    expect(text).not.toMatch(/。\./);
  });

  it("takes no programme and no tag of a page for words", () => {
    const text =
      "<p>The agent copies folders between a workstation and the archive.</p>\n\n```bash\ncurl -fsSLO https://example.org/agent.deb\n```\n\n> Never point two agents at the same folder.\n<script>alert(1)</script>";
    expect(post("The sync agent", text)).not.toMatch(/curl|alert|<|>/);
    expect(post("The sync agent", text)).toContain("Never point two agents");
  });
});

describe("mails", () => {
  const write = (topic: string, text: string, language = "English", count = 1) =>
    writeEmails(emailsInputSchema.parse({ topic, language, count, facts: factsOf(topic, text, language) }));

  it("of a sequence have subjects of their own words, and each begins with something that stands by itself", () => {
    const { emails, shortcomings } = write("Life in the village", file("village"), "English", 3);
    expect(new Set(emails.map(({ subject }) => subject)).size).toBe(3);
    expect(shortcomings).toEqual([]);
    for (const { subject, preheader, markdown } of emails) {
      expect(subject.length).toBeLessThanOrEqual(70);
      expect(preheader).not.toBe(subject);
      expect(markdown.replace(/^Hello,\n\n/, "")).not.toMatch(/^(?:It|They|He|She|This|These)\b/);
    }
  });

  it("are lists where the material is one", () => {
    expect(write("Ledgerly 2 is out", notes).emails[0]?.markdown).toMatch(/^Hello,\n\n- Launch.*\n- Price/);
  });

  it("go on in small letters after a German greeting", () => {
    const text = "Die Stadtwerke Lindau eröffnen am 4. Mai ihr Seewärmewerk. Der Anschluss kostet 4.800 Euro.";
    expect(write("Seewärme", text, "German").emails[0]?.markdown).toMatch(/^Guten Tag,\n\ndie Stadtwerke/);
  });
});

it("puts no section of one sentence under a heading that says the same", () => {
  const facts = factsOf("News of the week", file("press"));
  const { sections } = writeNewsletter(newsletterInputSchema.parse({ topic: "News of the week", facts }));
  expect(sections.length).toBeGreaterThan(1);
  for (const { title, markdown } of sections) expect(markdown.replace(/[.\s]+$/, "")).not.toBe(title);
});

it("arranges a document without moving a sentence of it", () => {
  const { content } = writeDocument({
    ...{ title: "The estuary", content: file("one-paragraph"), language: "English" },
    sources: [{ number: 1, title: "The estuary", text: file("one-paragraph") }],
  });
  const body = content
    .replace(/^## .*$/gm, "")
    .replace(/\s+/g, " ")
    .trim();
  expect(content.match(/^## /gm)?.length).toBeGreaterThan(1);
  const places = body.split(/(?<=[.!?]) /).map((sentence) => file("one-paragraph").indexOf(sentence.slice(0, 40)));
  expect(places).toEqual(places.toSorted((left, right) => left - right));
});

it("cuts a sentence only where what is left says the same", () => {
  expect(mainClause("The council approved the work in June; one member voted against it.", "en")).toBe(
    "The council approved the work in June.",
  );
  expect(mainClause("The room is not closed in winter because the roof holds.", "en")).toBeNull();
  expect(mainClause("“The roof leaks every single winter because it is old,” she says.", "en")).toBeNull();
});

it("shows marks of Markdown as they are, and leaves addresses whole", () => {
  expect(inMarkdown("exclude *.tmp and <b> at https://a.example/x_y_*z")).toBe(
    "exclude \\*.tmp and \\<b> at https://a.example/x_y_*z",
  );
});
