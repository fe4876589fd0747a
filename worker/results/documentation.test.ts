import { HtmlValidate } from "html-validate";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, it } from "vitest";
import type * as z from "zod";
import type { documentation } from "#task-types/documentation/schema.ts";
import { runPipeline } from "#worker/testing-pipeline.ts";

const content = `# Pump P-12: start and stop

Read this before you touch the pump.

# Before you start
Check that the inlet valve is open and that the oil stands between the two marks. See [the plan](https://example.org/plan).

## Tools
| Tool | Size |
| --- | --- |
| Spanner | 17 mm |
| Torch | any |

# Start
1. Turn the main switch to \`I\`.
2. Wait until the **green** lamp shows.

${"The pump fills the upper tank while the valve is open. ".repeat(120)}

# Stop
Turn the main switch to 0. The pump runs on for about 20 seconds.

\`\`\`
pump --stop
\`\`\``;

async function make(format: string, fields: Record<string, string> = {}) {
  const outcome = await runPipeline({
    task_type: "documentation",
    title: "Pump P-12: start and stop",
    content,
    format,
    ...fields,
  });
  const result = outcome.result as unknown as z.output<typeof documentation.result>;
  const file = outcome.files.get(result.document_url);
  return { ...outcome, result, file, text: new TextDecoder().decode(file?.bytes) };
}

describe("a document", () => {
  it("as PDF has contents with the right page numbers, bookmarks to click, and numbered pages", async () => {
    const { result, file } = await make("pdf");
    const pdf = await getDocument({ data: Uint8Array.from(file?.bytes ?? []), useSystemFonts: false, verbosity: 0 })
      .promise;
    expect(pdf.numPages).toBe(result.pages);
    expect(result.pages).toBeGreaterThanOrEqual(3);
    const pages = await Promise.all(
      Array.from({ length: pdf.numPages }, async (_, index) => {
        const { items } = await (await pdf.getPage(index + 1)).getTextContent();
        return items
          .map((item) => ("str" in item ? item.str : ""))
          .join("")
          .replace(/\s+/g, "");
      }),
    );
    expect(result.contents.map(({ heading }) => heading)).toEqual(["Before you start", "Tools", "Start", "Stop"]);
    for (const { heading, page } of result.contents) {
      expect(pages[(page ?? 0) - 1]).toContain(heading.replace(/\s+/g, ""));
      expect(pages[0]).toContain(heading.replace(/\s+/g, ""));
      expect(pages[0]).toMatch(new RegExp(`${heading.replace(/\s+/g, "")}.{0,200}${page}`));
    }
    expect(pages.at(-1)).toContain(`${pdf.numPages}/${pdf.numPages}`);
    expect((await pdf.getMetadata()).info).toMatchObject({ Title: "Pump P-12: start and stop" });
  });

  it("as PDF sets code in letters of one width, where the typeface for it has them", async () => {
    const { file } = await make("pdf", { content: `${content}\n\n\`\`\`\nпуск --начать\n\`\`\`` });
    const pdf = await getDocument({ data: Uint8Array.from(file?.bytes ?? []), useSystemFonts: false, verbosity: 0 })
      .promise;
    const pages = await Promise.all(
      Array.from({ length: pdf.numPages }, async (_, index) => (await pdf.getPage(index + 1)).getTextContent()),
    );
    const faces = (words: string) =>
      pages.flatMap(({ items, styles }) =>
        items.flatMap((item) =>
          "str" in item && item.str.includes(words) ? [styles[item.fontName]?.fontFamily === "monospace"] : [],
        ),
      );
    expect(faces("pump --stop")).toEqual([true]);
    expect(faces("пуск")).toEqual([false]);
    expect(faces("Turn the main switch to 0.")).toEqual([false]);
  });

  it("as HTML is one valid file whose contents lead to its sections", async () => {
    const { text, result } = await make("html");
    const validator = new HtmlValidate({ extends: ["html-validate:standard"] });
    const report = await validator.validateString(text);
    expect(
      report.results.flatMap(({ messages }) => messages.map(({ message, line }) => `${line}: ${message}`)),
    ).toEqual([]);
    const targets = [...text.matchAll(/<a href="#([^"]+)"/g)].map(([, id]) => id);
    expect(targets).toHaveLength(4);
    for (const id of targets) expect(text).toContain(`id="${id}"`);
    expect(text).not.toMatch(/<script|src="http/);
    expect(result.pages).toBeNull();
  });

  it("as Markdown keeps the words, the order, the table and the code", async () => {
    const { text, result, content: edited } = await make("markdown");
    expect(text).toMatch(/^# Pump P-12: start and stop\n/);
    expect(text).toContain("| Spanner | 17 mm |");
    expect(text).toContain("pump --stop");
    expect(text).toMatch(/## Before you start[\s\S]*### Tools[\s\S]*## Start[\s\S]*## Stop/);
    expect(edited).not.toMatch(/^# /m);
    expect(result.quality_score).toBe(10);
  });

  it("is harmless whatever stands in it", async () => {
    const { text } = await make("html", {
      content:
        'Hello <script>alert(1)</script> <img src=x onerror="alert(1)"> [x](javascript:alert(1)) there are words here.',
    });
    expect(text).not.toMatch(/<script|onerror|javascript:/);
  });

  it("gives notes without headings headings of their own, and keeps every figure", async () => {
    const notes = `The pump stands in room 4. It lifts 120 litres a minute. The motor was changed in 2024. The motor takes 3.5 kW. ${"Filters are cleaned on Mondays by the night shift, who sign the list. The list hangs beside the door of room 4. ".repeat(6)}The valve was made in Aarhus. The valve opens at 6 bar and closes at 4 bar. When the valve sticks, the shift calls the workshop. The workshop keeps 2 spare valves.`;
    const { text, result } = await make("markdown", { content: notes });
    expect(text).toMatch(/^## /m);
    for (const figure of ["120", "2024", "3.5", "6 bar", "4 bar"]) expect(text).toContain(figure);
    expect(result.quality_score).toBeGreaterThan(8);
  });

  it("makes a plan of a bare instruction, and says that its typeface lacks a script", async () => {
    const { degraded, result } = await make("markdown", { content: "Write documentation for our billing API." });
    expect(degraded).toEqual(["no_source_material"]);
    expect(result.word_count).toBeGreaterThan(100);
    const chinese = await make("pdf", {
      content: "水泵从早到晚一直在运行。The pump runs from morning to night without a pause.",
    });
    expect(chinese.degraded.join()).toContain("typeface");
  });
});
