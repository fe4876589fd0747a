import { describe, expect, it } from "vitest";
import type * as z from "zod";
import type { JsonObject } from "#lib/contract/json.ts";
import type { email } from "#task-types/email/schema.ts";
import { mailParts } from "#task-types/mail/dark-styles.ts";
import { plainText } from "#task-types/mail/plain-text.ts";
import { typesetMail } from "#task-types/mail/typeset-mail.ts";
import type { newsletter } from "#task-types/newsletter/schema.ts";
import { hasDarkStyles } from "#task-types/view-parts/dress-mail.ts";
import { faultsInMail } from "#worker/testing-html.ts";
import { type PipelineWorld, runPipeline } from "#worker/testing-pipeline.ts";

const source_material =
  "The spring catalogue holds 64 courses, 12 of them new. Enrolment opens on 2 March at 9 o'clock. Those who enrol before 20 March pay 10 % less. The pottery course moves to the old dairy, where there is room for 16 people. The language courses are taught in small groups of 8. The catalogue lies in all libraries from 25 February. Questions are answered by telephone on weekdays from 10 to 14.";

async function makeEmail(fields: JsonObject) {
  const outcome = await runPipeline({ task_type: "email", topic: "The spring course catalogue is out", ...fields });
  return { ...outcome, result: outcome.result as unknown as z.output<typeof email.result> };
}

async function makeNewsletter(fields: JsonObject, world: PipelineWorld = {}) {
  const outcome = await runPipeline({ task_type: "newsletter", topic: "News from the harbour, May", ...fields }, world);
  return { ...outcome, result: outcome.result as unknown as z.output<typeof newsletter.result> };
}

/** What mail programs need: a document without faults that matter there, no scripts, tables for layout, styles inline. */
async function expectMail(html: string): Promise<void> {
  expect(await faultsInMail(html)).toEqual([]);
  expect(html).toMatch(/^<!doctype html>/i);
  expect(html).toContain("@media only screen");
  expect(html).toContain('role="presentation"');
  expect(html).not.toMatch(/<script|fonts\.googleapis/);
  expect(html).toContain('<meta name="color-scheme" content="light dark"');
  expect(hasDarkStyles(html)).toBe(true);
  for (const part of Object.values(mailParts)) expect(html).toMatch(new RegExp(`class="[^"]*\\b${part}\\b`));
  expect(Buffer.byteLength(html)).toBeLessThan(102_000);
}

describe("typesetting mail", () => {
  it("shows hostile words as words, in both parts", async () => {
    const mail = {
      ...{ subject: "A <b> & c", preheader: '"quoted"', language: "de-AT" },
      blocks: [
        {
          markdown: "Hi <script>alert(1)</script> [x](javascript:alert(1)) **bold**",
          button: { text: "Go <now>", url: 'https://example.org/?a="b"&c' },
        },
      ],
    };
    const { html, text } = await typesetMail(mail);
    await expectMail(html);
    expect(html).toContain('lang="de"');
    expect(html).toContain("A &lt;b&gt; &amp; c");
    expect(html).not.toMatch(/alert\(1\)<\/script|href="javascript/);
    expect(text).toContain("bold");
    expect(text).toContain('Go <now>: https://example.org/?a="b"&c');
  });

  it("writes Markdown out for those who read text", () => {
    expect(
      plainText("## Head\n\nSee [the plan](https://e.org/p) **now**.\n\n1. one\n2. two\n   - deep\n\n> said"),
    ).toBe("Head\n====\n\nSee the plan (https://e.org/p) now.\n\n1. one\n2. two\n   - deep\n\n> said");
  });
});

describe("mails from the built-in writer", () => {
  it("hold the material's facts, a button, and both forms", async () => {
    const { result, degraded } = await makeEmail({
      source_material,
      cta_text: "Open the catalogue",
      cta_url: "https://example.org/catalogue",
    });
    const [mail] = result.emails;
    expect(result.emails).toHaveLength(1);
    expect(mail?.subject).toBe("The spring course catalogue is out");
    expect(mail?.preheader.length).toBeLessThanOrEqual(140);
    for (const figure of ["64", "2 March", "10 %"]) expect(mail?.text).toContain(figure);
    expect(mail?.html).toContain('href="https://example.org/catalogue"');
    expect(mail?.text).toContain("Open the catalogue: https://example.org/catalogue");
    await expectMail(mail?.html ?? "");
    expect(result.quality_score).toBeGreaterThan(8);
    expect(degraded).toEqual([]);
  });

  it("in a sequence differ, and say where the material ends", async () => {
    const { result } = await makeEmail({ source_material, sequence_length: 3 });
    expect(new Set(result.emails.map(({ subject }) => subject)).size).toBe(3);
    expect(new Set(result.emails.map(({ markdown }) => markdown)).size).toBe(3);
    const short = await makeEmail({
      source_material: "The spring catalogue holds 64 courses, 12 of them new.",
      sequence_length: 2,
    });
    expect(short.degraded.join()).toContain("1 of 2 emails");
  });

  it("follow feedback as far as rules can, and say where they cannot", async () => {
    const request = { task_type: "email", topic: "The spring course catalogue is out", source_material };
    const make = async (feedback: string) => {
      const { result, degraded } = await runPipeline(request, { feedback });
      const [mail] = (result as unknown as z.output<typeof email.result>).emails;
      return { text: mail?.text ?? "", subject: mail?.subject, degraded };
    };
    const usual = (await runPipeline(request)).result as unknown as z.output<typeof email.result>;
    expect((await make("Make it shorter.")).text.length).toBeLessThan((usual.emails[0]?.text.length ?? 0) * 0.85);
    expect((await make("Remove the pottery course.")).text).not.toContain("pottery");
    expect((await make('Change the title to "Sixty-four courses".')).subject).toBe("Sixty-four courses");
    expect((await make("Add something about sailing.")).degraded.join()).toContain("sailing");
  });

  it("without material are working drafts that say so", async () => {
    const { result, degraded } = await makeEmail({ goal: "Readers enrol early" });
    expect(degraded).toEqual(["no_source_material"]);
    expect(result.quality_score).toBeLessThanOrEqual(4);
    expect(result.emails[0]?.markdown).toContain("working draft");
  });
});

describe("a newsletter", () => {
  const sections: JsonObject[] = [
    {
      title: "The new jetty",
      notes: "The jetty opened on 3 May after eight months of work. It has 42 berths, 12 of them for guests.",
    },
    { title: "Harbour swim", url: "https://harbour.example/swim" },
  ];
  const page =
    "The harbour swim takes place on 14 June at 10 o'clock. The course is 1,200 metres long. Entry closes on 7 June.";
  const files = {
    "https://harbour.example/swim": {
      name: "Swim",
      contentType: "text/html",
      charset: "utf-8",
      bytes: new TextEncoder().encode(page),
    },
  };

  it("has a section for each item, from its notes and its page", async () => {
    const { result, files: stored } = await makeNewsletter({ sections }, { files });
    expect(result.sections.map(({ title, url }) => [title, url])).toEqual([
      ["The new jetty", null],
      ["Harbour swim", "https://harbour.example/swim"],
    ]);
    expect(result.sections[0]?.markdown).toContain("42 berths");
    expect(result.sections[1]?.markdown).toContain("1,200 metres");
    expect(result.text).toMatch(/The new jetty\n=+[\s\S]*Harbour swim/);
    expect(result.html).toContain(result.featured_image_url ?? "none");
    expect(stored.size).toBe(1);
    await expectMail(result.html);
    expect(result.quality_score).toBeGreaterThan(8);
  });

  it("makes its own sections of the material, and a plan of nothing", async () => {
    const own = await makeNewsletter({ source_material: `${source_material} ${page}` });
    expect(own.result.sections.length).toBeGreaterThan(0);
    expect(own.degraded).toEqual([]);
    const plan = await makeNewsletter({ sections: [{ title: "Summer party" }] });
    expect(plan.degraded).toEqual(["no_source_material"]);
    expect(plan.result.sections[0]?.title).toBe("Summer party");
  });
});
