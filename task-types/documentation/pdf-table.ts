import type { Alignment, ContentTable, ContentText, TableCell } from "pdfmake/interfaces.js";

/** A cell as it is set, and its words alone, by which its column is measured. */
export type MeasuredCell = { content: ContentText["text"]; alignment: Alignment; text: string };

/** Points: A4 within its margins, what a cell has on both sides, and what a letter of 9.5 points takes on average. */
const pageWidth = 451;
const cellPadding = 8;
const cellMargin = 5;
const letterWidth = 4.9;
const narrowest = 28;

/** A table whose columns have the room that their words need: short ones stay narrow, long ones share the rest. */
export function pdfTable(rows: readonly (readonly MeasuredCell[])[]): ContentTable {
  const columns = Math.max(1, ...rows.map((row) => row.length));
  const body = rows.map((row, index): TableCell[] =>
    Array.from({ length: columns }, (_, at) => ({
      ...{ text: row[at]?.content ?? "", alignment: row[at]?.alignment ?? "left" },
      ...{ fontSize: 9.5, margin: [2, 3, 2, 3] as [number, number, number, number] },
      ...(index === 0 ? { bold: true, fillColor: "#f4f6f8" } : {}),
    })),
  );
  return {
    table: { headerRows: 1, dontBreakRows: true, widths: columnWidths(rows, columns), body },
    layout: "lightHorizontalLines",
    margin: [0, 0, 0, 8],
  };
}

/** As browsers do: each column gets its longest word, and what is left goes to those that want more. */
export function columnWidths(rows: readonly (readonly Pick<MeasuredCell, "text">[])[], columns: number): number[] {
  const room = pageWidth - columns * cellPadding;
  const cells = (at: number) => rows.map((row) => row[at]?.text ?? "");
  const wants = Array.from({ length: columns }, (_, at) =>
    Math.max(narrowest, ...cells(at).map((text) => text.length * letterWidth + cellMargin)),
  );
  const needs = Array.from({ length: columns }, (_, at) =>
    Math.max(narrowest, ...cells(at).map((text) => longestPart(text) * letterWidth * 1.2 + cellMargin)),
  );
  const [wanted, needed] = [sum(wants), sum(needs)];
  if (wanted <= room) return wants.map((width) => width * (room / wanted));
  if (needed >= room) return needs.map((width) => width * (room / needed));
  const spread = sum(wants.map((width, at) => Math.max(0, width - (needs[at] ?? 0))));
  return needs.map((width, at) => width + ((room - needed) * Math.max(0, (wants[at] ?? 0) - width)) / spread);
}

/** Letters of the longest word; an address may be broken at its slashes. */
function longestPart(text: string): number {
  return Math.min(32, Math.max(0, ...text.split(/[\s/]+/).map((word) => word.length)));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
