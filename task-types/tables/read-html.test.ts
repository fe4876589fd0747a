import { expect, it } from "vitest";
import { readHtml } from "./read-html.ts";
import { readXml } from "./read-xml.ts";

it("cells that claim to cover more than anyone can read are refused", () => {
  const cells = "<td colspan=50 rowspan=200>x".repeat(201);
  expect(() => readHtml(`<table><tr>${cells}</table>`, [])).toThrow("more cells than can be read");
});

it("what nests without end is refused, as HTML and as XML", () => {
  expect(() => readHtml("<table><tr><td>".repeat(5_000), [])).toThrow("nested too deep");
  expect(() => readXml("<a>".repeat(5_000))).toThrow("nested too deep");
});

it("a table within a layout of tables is read, its head and its body", () => {
  const inner = "<table><thead><tr><th>a<th>b<tbody><tr><td>1<td>2<tr><td>3<td>4</table>";
  const { kind, rows, tables } = readHtml(`<table><tr><td>menu<td>${inner}</table>`, []);
  expect({ kind, rows, tables }).toEqual({
    kind: "table",
    rows: [
      { a: 1, b: 2 },
      { a: 3, b: 4 },
    ],
    tables: 1,
  });
});

it("what comes a thousand times in one record is kept as far as a value goes", () => {
  const record = `<i id="1">${"<a>some words</a>".repeat(2_000)}</i>`;
  const [row] = readXml(`<r>${record}${record}</r>`);
  expect(String(row?.a)).toHaveLength(10_000);
});
