import { describe, expect, it } from "vitest";
import type { JsonObject } from "#lib/contract/json.ts";
import { typesetHtml } from "#task-types/documentation/typeset-html.ts";
import { typesetMail } from "#task-types/mail/typeset-mail.ts";
import { embedCode } from "#task-types/quiz/retypeset.ts";
import { faultsInMail, faultsInPage } from "#worker/testing-html.ts";
import { runPipeline } from "#worker/testing-pipeline.ts";

const everything = `# Title one

A [link](https://example.org/?a=1&b=2), <https://example.org/x_y>, **bold**, *slanted*, ~~gone~~ and \`code\`.[^1]

| Left | Centre | Right |
|:-----|:------:|------:|
| a \\| b | \`x\` | 1,200 |
| | | |

1. First

   \`\`\`bash
   curl "https://example.org" && echo '<done>'
   \`\`\`

2. Second
   - nested
     - deeper

- [x] done
- [ ] open

> A quotation
> over two lines

### A third level

---

###### Sixth

Title one
=========

![picture](https://example.org/x.png)

[^1]: A note with a [link](https://example.org).
`;
const hostile = `<script>alert(1)</script> <img src=x onerror=alert(1)> [x](javascript:alert(1)) </body></html>

<table><tr><td>unclosed

"][(x)](javascript:alert(4)) <svg onload=alert(5)> <!-- comment -- > &nbsp; &lt; & < > " '

\`\`\`
</pre><script>alert(6)</script>`;
const materials: [string, string, string][] = [
  ["everything that Markdown has", everything, "English"],
  ["hostile words", hostile, "English"],
  ["Arabic", "# مكتبة\n\nافتتحت المدينة مكتبة عامة في 12 آذار 2027.\n\n## أوقات\n\n- السبت\n- الأحد", "Arabic"],
  ["Japanese", "札幌市は2027年4月10日に図書館を開館する。蔵書は32万冊で、閲覧席は640席ある。", "ja"],
];
const title = `A "title" with <b>marks</b> & 'more' onload="x"`;

describe.each(materials)("made of %s", (_, markdown, language) => {
  it("a document is valid", async () => {
    expect(await faultsInPage(typesetHtml(markdown, title, language))).toEqual([]);
  });

  it("a mail is valid, and has nothing in it that runs", async () => {
    const button = { text: title, url: "https://example.org/?a=1&b=%22" };
    const picture = { url: "https://example.org/x.png?a=1&b=2", alt: title };
    const mail = { subject: title, preheader: title, title, language, picture };
    const { html } = await typesetMail({ ...mail, blocks: [{ heading: title, markdown, button }, { markdown }] });
    expect(await faultsInMail(html)).toEqual([]);
    expect(html.replace(/<!--[\s\S]*?-->/g, "")).not.toMatch(
      /<script|<svg|<\w+(?:\s[\w:-]+="[^"]*")*\son\w+=|href="javascript:/,
    );
  });

  it("every mail of a sequence is valid, and so is a newsletter", async () => {
    const email = { task_type: "email", topic: title, cta_text: title, cta_url: "https://example.org/?a=1&b=2" };
    const sequence = await runPipeline({ ...email, sequence_length: 4, language, source_material: markdown });
    const mails = sequence.result.emails as { html: string }[];
    expect(mails).toHaveLength(4);
    for (const { html } of mails) expect(await faultsInMail(html)).toEqual([]);
    const sections: JsonObject[] = [{ title, notes: markdown }, { title: "Without notes" }];
    const issue = await runPipeline({ task_type: "newsletter", topic: title, sections, language });
    expect(await faultsInMail(`${issue.result.html}`)).toEqual([]);
  });
});

it("a lesson is valid, whatever stands in its title and its scenes", async () => {
  const request: JsonObject = {
    ...{ task_type: "animated_lesson", title, scenes: 2, render_mode: "mixed" },
    prompt: `The <b>tide</b> rises "twice" a day & falls. A pool holds 1,500 square metres of water, <script>alert(1)</script>.`,
  };
  const { result, files } = await runPipeline(request);
  const page = new TextDecoder().decode(files.get(`${result.lesson_url}`)?.bytes);
  expect(await faultsInPage(page)).toEqual([]);
  expect(page).not.toContain("<script>alert(1)");
});

it("what embeds a quiz is valid within a page", async () => {
  const frame = embedCode("https://hub.example/quiz/1", title);
  const page = `<!DOCTYPE html>\n<html lang="en">\n<head><title>Page</title></head>\n<body>${frame}</body>\n</html>\n`;
  expect(await faultsInPage(page)).toEqual([]);
});
