import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { expect, it } from "vitest";
import { columnWidths } from "./pdf-table.ts";
import { typesetPdf } from "./typeset-pdf.ts";

const row = (...cells: string[]) => cells.map((text) => ({ text }));
const total = (widths: number[]) => widths.reduce((sum, width) => sum + width, 0);

async function linesOf(markdown: string, language = "en"): Promise<string[][]> {
  const { bytes } = await typesetPdf(markdown, "A title", language);
  const pdf = await getDocument({ data: Uint8Array.from(bytes), useSystemFonts: false, verbosity: 0 }).promise;
  return Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => {
      const { items } = await (await pdf.getPage(index + 1)).getTextContent();
      return items.flatMap((item) => ("str" in item && item.str.trim() ? [item.str.trim()] : []));
    }),
  );
}

it("gives each column of a table the room that its words need", () => {
  const [code = 0, meaning = 0, remedy = 0] = columnWidths(
    [row("Code", "Meaning", "What to do"), row("E101", "Refused", `Ask for ${"a new one and start again ".repeat(8)}`)],
    3,
  );
  expect(code).toBeGreaterThan(24);
  expect(code).toBeLessThan(60);
  expect(meaning).toBeLessThan(90);
  expect(remedy).toBeGreaterThan(270);
  for (const rows of [
    [row("a", "b")],
    [row("x".repeat(300), "y"), row("a", "b".repeat(90))],
    [row(...Array(30).fill("word"))],
  ])
    expect(total(columnWidths(rows, rows[0]?.length ?? 0))).toBeLessThanOrEqual(452);
});

it("numbers notes where they are called and sets them at the end", async () => {
  const [page = []] = await linesOf(
    "It never deletes.[^b] It copies.[^a]\n\n[^a]: Every night.\n[^b]: Not even logs.\n\nThe end.",
  );
  const text = page.join(" ");
  expect(text).toMatch(/deletes\. ?1 It copies\. ?2/);
  expect(text).toMatch(/The end\. .*Not even logs\. .*Every night\./);
});

it("leaves no heading at the foot of a page", async () => {
  const section = (number: number) => `## Section ${number}\n\n${"A sentence that fills the page. ".repeat(12)}`;
  const pages = await linesOf(Array.from({ length: 30 }, (_, index) => section(index)).join("\n\n"));
  expect(pages.length).toBeGreaterThan(3);
  for (const page of pages.slice(1)) {
    const body = page.filter((line) => !/^(?:\d+ \/ \d+|A title)$/.test(line));
    expect(body.at(-1)).not.toMatch(/^Section \d+$/);
  }
});

it("begins a short document below its contents, in the document's language", async () => {
  const pages = await linesOf("## Anfang\n\nErster Satz.\n\n## Ende\n\n- [x] fertig\n- [ ] offen", "de");
  expect(pages).toHaveLength(1);
  expect(pages[0]).toEqual(expect.arrayContaining(["Inhalt", "Erster Satz.", "fertig", "offen"]));
});
